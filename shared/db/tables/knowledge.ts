import type { Instant } from '../../model/instant.ts';

/** CISA KEV: known to be exploited. */
export interface KevTable {
  cve: string;
  name: string;
  addedOn: string;
  ransomware: 'known' | 'unknown';
}

/** The age of each feed. */
export interface FeedTable {
  feed: 'kev';
  version: string;
  source: string;
  entries: number;
  importedAt: Instant;
}
