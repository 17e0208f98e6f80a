import type { Kysely } from 'kysely';
import type { Database } from './database.ts';

/** What is kept under `key`; made once, whoever comes first. */
export async function getOrCreateSetting(
  db: Kysely<Database>,
  key: string,
  create: () => string,
): Promise<string> {
  const known = await findSetting(db, key);
  if (known !== undefined) return known;
  await db
    .insertInto('setting')
    .values({ key, value: create() })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  return (await findSetting(db, key)) ?? Promise.reject(new Error(`setting ${key} vanished`));
}

export async function findSetting(db: Kysely<Database>, key: string): Promise<string | undefined> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value;
}
