import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import type { MailRow } from './outbox.ts';

/** All mails, the newest first. */
export async function listMailbox(db: Kysely<Database>): Promise<readonly MailRow[]> {
  return await db
    .selectFrom('outbox')
    .selectAll()
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}
