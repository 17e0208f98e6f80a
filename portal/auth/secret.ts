import { randomBytes } from 'node:crypto';
import type { Database } from '@enkaku/shared/db/database.ts';
import { getOrCreateSetting } from '@enkaku/shared/db/setting.ts';
import type { Kysely } from 'kysely';

/** The secret of cookies and form tokens: made once, then the same for every portal on this database. */
export async function getAuthSecret(db: Kysely<Database>): Promise<string> {
  return await getOrCreateSetting(db, 'auth-secret', () => randomBytes(32).toString('base64url'));
}
