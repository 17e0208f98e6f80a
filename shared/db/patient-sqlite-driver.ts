import { setTimeout as sleep } from 'node:timers/promises';
import { CompiledQuery, type DatabaseConnection, type QueryResult, SqliteDriver } from 'kysely';

/** How long a statement waits for another writer. */
const patienceMs = 15_000;
const pauseMs = 5;

/**
 * SQLite has one writer at a time. Its own way to wait blocks the whole thread, and with it the other requests of the
 * process; here the statement waits and the thread goes on.
 */
export class PatientSqliteDriver extends SqliteDriver {
  #connection: DatabaseConnection | undefined;

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#connection ??= patient(await super.acquireConnection());
    return this.#connection;
  }

  /** A transaction that begins as a reader cannot always become a writer; one that begins as a writer waits its turn. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** Where the disk is full or fails, SQLite has rolled back by itself; that must not hide the error that says so. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await super.rollbackTransaction(connection).catch((error: unknown) => {
      if (!(error instanceof Error && error.message.includes('no transaction is active'))) throw error;
    });
  }
}

function patient(connection: DatabaseConnection): DatabaseConnection {
  return {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      for (const deadline = performance.now() + patienceMs; ; ) {
        try {
          return await connection.executeQuery<R>(query);
        } catch (error) {
          if (!isBusy(error) || performance.now() > deadline) throw error;
        }
        await sleep(pauseMs * (1 + Math.random()));
      }
    },
    streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
  };
}

/** The statement did nothing because somebody else was writing. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
}
