import Sqlite from 'better-sqlite3';
import {
  type Dialect,
  type DialectAdapter,
  type Driver,
  PostgresDialect,
  SqliteAdapter,
  SqliteDialect,
} from 'kysely';
import pg from 'pg';
import { PatientSqliteDriver } from './patient-sqlite-driver.ts';

/** What the two engines do differently, by name; no query asks which engine it is. */
export interface Engine {
  readonly name: 'sqlite' | 'postgres';
  readonly dialect: Dialect;
  /** Rows locked by another connection are passed over: `for update skip locked`. */
  readonly skipLocked: boolean;
  /** `lock table … in exclusive mode`; SQLite's one writer needs none. */
  readonly lockTable: boolean;
  /** Begins a transaction that reads everything as it was at one moment and keeps nobody from writing. */
  readonly beginSnapshot: string;
  /** Column types that differ. */
  readonly columnTypes: {
    readonly bytes: 'blob' | 'bytea';
    readonly timestamp: 'text' | 'timestamptz';
    readonly boolean: 'integer' | 'boolean';
  };
}

/** SQLite rolls back DDL like anything else, so several processes may start and migrate at once. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class EmbeddedSqliteDialect extends SqliteDialect {
  readonly #database: () => Promise<Sqlite.Database>;

  constructor(database: () => Promise<Sqlite.Database>) {
    super({ database });
    this.#database = database;
  }

  override createAdapter(): DialectAdapter {
    return new TransactionalSqliteAdapter();
  }

  override createDriver(): Driver {
    return new PatientSqliteDriver({ database: this.#database });
  }
}

/** @param file path of the database, or `:memory:` */
export function sqliteEngine(file: string): Engine {
  const open = async () => {
    // To begin with, several processes may turn the file into a WAL database at once.
    const database = new Sqlite(file, { timeout: 10_000 });
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL');
    database.pragma('foreign_keys = ON');
    database.pragma('busy_timeout = 20');
    return database;
  };
  return {
    name: 'sqlite',
    dialect: new EmbeddedSqliteDialect(open),
    skipLocked: false,
    lockTable: false,
    beginSnapshot: 'begin deferred',
    columnTypes: { bytes: 'blob', timestamp: 'text', boolean: 'integer' },
  };
}

/** @param url `postgres://user:password@host/database` */
export function postgresEngine(url: string): Engine {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  // A connection that the server cuts off is no reason to die: its query fails, the next one gets another connection.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    name: 'postgres',
    dialect: new PostgresDialect({ pool }),
    skipLocked: true,
    lockTable: true,
    beginSnapshot: 'begin isolation level repeatable read read only',
    columnTypes: { bytes: 'bytea', timestamp: 'timestamptz', boolean: 'boolean' },
  };
}
