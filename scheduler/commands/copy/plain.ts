import type { Database } from '@enkaku/shared/db/database.ts';
import type { Kysely } from 'kysely';

/** The database as the engine names it, for work on tables whatever they are. */
export type PlainDatabase = Kysely<Record<string, Record<string, unknown>>>;

export function plain(db: Kysely<Database>): PlainDatabase {
  return db.withoutPlugins() as unknown as PlainDatabase;
}

/** The newest migration that the database has seen. */
export async function newestMigration(db: PlainDatabase): Promise<string> {
  const row = await db
    .selectFrom('kysely_migration')
    .select('name')
    .orderBy('name', 'desc')
    .limit(1)
    .executeTakeFirst();
  return String(row?.name ?? '');
}
