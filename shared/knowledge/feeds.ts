import { type Feed, type FeedFile, InvalidFeedError } from './feed.ts';
import { kevFeed } from './kev-feed.ts';
import { knownKeysFeed } from './known-keys/known-keys-feed.ts';
import { recogFeed } from './recog/recog-feed.ts';
import { retireFeed } from './retire/retire-feed.ts';

/** Every feed that can be imported. */
export const feeds = {
  kev: kevFeed,
  'known-keys': knownKeysFeed,
  recog: recogFeed,
  retire: retireFeed,
} as const satisfies Readonly<Record<string, Feed>>;

export type FeedId = keyof typeof feeds;
export const feedIds = Object.keys(feeds) as readonly FeedId[];

/** Which feed these files are; files of none are passed over. @throws InvalidFeedError where none is of any */
export function sortFiles(files: readonly FeedFile[]): ReadonlyMap<FeedId, readonly FeedFile[]> {
  const sorted = Map.groupBy(files, (file) => feedIds.find((id) => feeds[id].recognises(file)));
  const known = new Map([...sorted].flatMap(([id, of]) => (id === undefined ? [] : [[id, of] as const])));
  if (known.size > 0) return known;
  const names = feedIds.map((id) => feeds[id].title).join(', ');
  throw new InvalidFeedError(`${files[0]?.name ?? 'nothing here'} is none of the known feeds (${names})`);
}
