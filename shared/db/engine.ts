import Sqlite from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type DialectAdapter,
  type Driver,
  PostgresDialect,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';
import pg from 'pg';

/** What the two engines do differently, by name; no query asks which engine it is. */
export interface Engine {
  readonly name: 'sqlite' | 'postgres';
  readonly dialect: Dialect;
  /** Rows locked by another connection are passed over: `for update skip locked`. */
  readonly skipLocked: boolean;
  /** `lock table … in exclusive mode`; SQLite's one writer needs none. */
  readonly lockTable: boolean;
  /** Column types that differ. */
  readonly columnTypes: {
    readonly bytes: 'blob' | 'bytea';
    readonly timestamp: 'text' | 'timestamptz';
    readonly boolean: 'integer' | 'boolean';
  };
}

/** A transaction that begins as a reader cannot always become a writer; one that begins as a writer waits its turn. */
class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** SQLite rolls back DDL like anything else, so several processes may start and migrate at once. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ImmediateSqliteDialect extends SqliteDialect {
  readonly #database: () => Promise<Sqlite.Database>;

  constructor(database: () => Promise<Sqlite.Database>) {
    super({ database });
    this.#database = database;
  }

  override createAdapter(): DialectAdapter {
    return new TransactionalSqliteAdapter();
  }

  override createDriver(): Driver {
    return new ImmediateSqliteDriver({ database: this.#database });
  }
}

/** @param file path of the database, or `:memory:` */
export function sqliteEngine(file: string): Engine {
  const open = async () => {
    const database = new Sqlite(file, { timeout: 10_000 });
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL');
    database.pragma('foreign_keys = ON');
    return database;
  };
  return {
    name: 'sqlite',
    dialect: new ImmediateSqliteDialect(open),
    skipLocked: false,
    lockTable: false,
    columnTypes: { bytes: 'blob', timestamp: 'text', boolean: 'integer' },
  };
}

/** @param url `postgres://user:password@host/database` */
export function postgresEngine(url: string): Engine {
  return {
    name: 'postgres',
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 10 }) }),
    skipLocked: true,
    lockTable: true,
    columnTypes: { bytes: 'bytea', timestamp: 'timestamptz', boolean: 'boolean' },
  };
}
