import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Database } from './database.ts';
import type { Engine } from './engine.ts';
import { migrations } from './migrations/index.ts';

export class NewerSchemaError extends Error {
  override readonly name = 'NewerSchemaError';
  readonly code = 'newer-schema';
}

/** Brings the schema up to date; safe for several processes at once. @throws NewerSchemaError */
export async function migrate(db: Kysely<Database>, engine: Engine): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations(engine) } });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (error instanceof Error && error.message.includes('is missing')) {
    throw new NewerSchemaError('the database was made by a newer version of this program', { cause: error });
  }
  throw error;
}
