import { type Kysely, sql } from 'kysely';
import type { Database } from './database.ts';
import type { Engine } from './engine.ts';

/** Reads the database as it is at one moment, while others go on writing. */
export async function readSnapshot<T>(
  db: Kysely<Database>,
  engine: Engine,
  read: (snapshot: Kysely<Database>) => Promise<T>,
): Promise<T> {
  return await db.connection().execute(async (connection) => {
    await sql.raw(engine.beginSnapshot).execute(connection);
    try {
      return await read(connection);
    } finally {
      await sql`rollback`.execute(connection);
    }
  });
}
