import type { Instant } from '../../model/instant.ts';

/** A file of a feed as it was published; it is read anew each time, so that a better reader needs no new import. */
export interface FeedFileTable {
  feed: string;
  name: string;
  text: string;
}

/** The age of each feed. */
export interface FeedTable {
  feed: string;
  version: string;
  source: string;
  entries: number;
  importedAt: Instant;
}
