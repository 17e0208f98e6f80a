import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Database } from './database.ts';
import type { FeedFileTable, FeedTable } from './tables/knowledge.ts';

export type FeedRow = Selectable<FeedTable>;
export type FeedFileRow = Selectable<FeedFileTable>;

/** Replaces a whole feed in one transaction: whoever reads sees the old one or the new one. */
export async function replaceFeed(
  db: Kysely<Database>,
  row: Insertable<FeedTable>,
  files: readonly Omit<FeedFileRow, 'feed'>[],
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('feedFile').where('feed', '=', row.feed).execute();
    for (const { name, text } of files) {
      await trx.insertInto('feedFile').values({ feed: row.feed, name, text }).execute();
    }
    await trx
      .insertInto('feed')
      .values(row)
      .onConflict((conflict) => conflict.column('feed').doUpdateSet(row))
      .execute();
  });
}

/** All files of all feeds, as published. */
export async function listFeedFiles(db: Kysely<Database>): Promise<readonly FeedFileRow[]> {
  return await db.selectFrom('feedFile').selectAll().orderBy('feed').orderBy('name').execute();
}

/** How old each feed is. */
export async function listFeeds(db: Kysely<Database>): Promise<readonly FeedRow[]> {
  return await db.selectFrom('feed').selectAll().orderBy('feed').execute();
}
