import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Database } from './database.ts';
import type { FeedTable, KevTable } from './tables/knowledge.ts';

export type FeedRow = Selectable<FeedTable>;

const rowsAtOnce = 500;

/** Replaces the whole catalogue in one transaction: whoever reads sees the old one or the new one. */
export async function replaceKev(
  db: Kysely<Database>,
  feed: Omit<Insertable<FeedTable>, 'feed' | 'entries'>,
  entries: readonly Insertable<KevTable>[],
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('kev').execute();
    for (let from = 0; from < entries.length; from += rowsAtOnce) {
      await trx
        .insertInto('kev')
        .values(entries.slice(from, from + rowsAtOnce))
        .execute();
    }
    const row = { ...feed, feed: 'kev' as const, entries: entries.length };
    await trx
      .insertInto('feed')
      .values(row)
      .onConflict((conflict) => conflict.column('feed').doUpdateSet(row))
      .execute();
  });
}

/** CVE ids that are known to be exploited. */
export async function readKev(db: Kysely<Database>): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('kev').select('cve').execute();
  return new Set(rows.map(({ cve }) => cve));
}

/** How old each feed is. */
export async function listFeeds(db: Kysely<Database>): Promise<readonly FeedRow[]> {
  return await db.selectFrom('feed').selectAll().orderBy('feed').execute();
}
