import { CamelCasePlugin, Kysely } from 'kysely';
import type { Database } from './database.ts';
import { type Engine, postgresEngine, sqliteEngine } from './engine.ts';
import { migrate } from './migrate.ts';

/** The open database. `engine` tells what it can do. */
export interface Store extends AsyncDisposable {
  readonly db: Kysely<Database>;
  readonly engine: Engine;
}

/**
 * Opens and migrates.
 * @param url `postgres://…`, `sqlite:FILE` or `sqlite::memory:`
 * @throws NewerSchemaError when a newer version has already been at work here
 */
export async function openStore(url: string): Promise<Store> {
  const engine = url.startsWith('sqlite:') ? sqliteEngine(url.slice('sqlite:'.length)) : postgresEngine(url);
  const db = new Kysely<Database>({ dialect: engine.dialect, plugins: [new CamelCasePlugin()] });
  await migrate(db, engine);
  return { db, engine, [Symbol.asyncDispose]: () => db.destroy() };
}
