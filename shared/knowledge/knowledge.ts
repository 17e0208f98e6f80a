import type { FeedFile } from './feed.ts';
import { type FeedId, feeds } from './feeds.ts';

/** What was published about vulnerabilities and products, as of the last import. */
export interface Knowledge {
  /** CVE ids of CISA's KEV; empty where it was never imported. */
  readonly kev: ReadonlySet<string>;
}

export const noKnowledge: Knowledge = { kev: new Set() };

/** From the stored files of each feed. @throws InvalidFeedError for a file that an older version took */
export function knowledgeOf(files: ReadonlyMap<FeedId, readonly FeedFile[]>): Knowledge {
  const read = <Id extends FeedId>(id: Id) => {
    const stored = files.get(id) ?? [];
    return stored.length === 0 ? null : feeds[id].parse(stored).value;
  };
  return { kev: read('kev') ?? noKnowledge.kev };
}
