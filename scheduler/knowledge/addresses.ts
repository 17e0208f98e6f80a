import { type FeedId, feeds } from '@enkaku/shared/knowledge/feeds.ts';

/** `ENKAKU_KEV_URL` for the feed `kev`. */
export function addressVariable(id: FeedId): string {
  return `ENKAKU_${id.replaceAll('-', '_').toUpperCase()}_URL`;
}

/** Where a feed is fetched from: the addresses of its variable, else the official ones. An empty variable leaves it out. */
export function addressesOf(
  id: FeedId,
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const own = environment[addressVariable(id)];
  return own === undefined ? feeds[id].addresses : own.split(/\s+/).filter((address) => address !== '');
}
