import type { Feed, FeedFile } from './feed.ts';
import { type FeedId, feeds } from './feeds.ts';
import type { KnownKeys } from './known-keys/known-keys.ts';
import type { Recog } from './recog/fingerprints.ts';
import type { RetireFeed } from './retire/parse-retire.ts';

/** What was published about vulnerabilities and products, as of the last import. */
export interface Knowledge {
  /** CVE ids of CISA's KEV; empty where it was never imported. */
  readonly kev: ReadonlySet<string>;
  /** RSA keys that are no secret; null where no list was ever imported. */
  readonly knownKeys: KnownKeys | null;
  /** Rapid7's fingerprints; null where they were never imported. */
  readonly recog: Recog | null;
  /** RetireJS's versions of JavaScript libraries; null where they were never imported. */
  readonly retire: RetireFeed | null;
}

export const noKnowledge: Knowledge = { kev: new Set(), knownKeys: null, recog: null, retire: null };

/** From the stored files of each feed. @throws InvalidFeedError for a file that an older version took */
export function knowledgeOf(files: ReadonlyMap<FeedId, readonly FeedFile[]>): Knowledge {
  const read = <T>(id: FeedId, feed: Feed<T>): T | null => {
    const stored = files.get(id) ?? [];
    return stored.length === 0 ? null : feed.parse(stored).value;
  };
  return {
    kev: read('kev', feeds.kev) ?? noKnowledge.kev,
    knownKeys: read('known-keys', feeds['known-keys']),
    recog: read('recog', feeds.recog),
    retire: read('retire', feeds.retire),
  };
}
