import { replaceFeed } from '@enkaku/shared/db/knowledge.ts';
import type { Store } from '@enkaku/shared/db/open.ts';
import type { FeedFile } from '@enkaku/shared/knowledge/feed.ts';
import { feeds, sortFiles } from '@enkaku/shared/knowledge/feeds.ts';
import type { Instant } from '@enkaku/shared/model/instant.ts';

/**
 * Stores every feed that these files are, each whole or not at all.
 * @returns a line a feed
 * @throws InvalidFeedError before anything is stored
 */
export async function importFeeds(
  { db }: Store,
  files: readonly FeedFile[],
  source: string,
  now: Instant,
): Promise<readonly string[]> {
  const read = [...sortFiles(files)].map(([id, own]) => ({ id, own, ...feeds[id].parse(own) }));
  for (const { id, own, version, entries } of read) {
    await replaceFeed(db, { feed: id, version, source, entries, importedAt: now }, own);
  }
  return read.map(
    ({ id, version, entries }) => `${feeds[id].title} ${version}: ${entries} entries from ${source}`,
  );
}
