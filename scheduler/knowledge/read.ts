import type { Database } from '@enkaku/shared/db/database.ts';
import { listFeedFiles } from '@enkaku/shared/db/knowledge.ts';
import type { FeedId } from '@enkaku/shared/knowledge/feeds.ts';
import { type Knowledge, knowledgeOf } from '@enkaku/shared/knowledge/knowledge.ts';
import type { Kysely } from 'kysely';

/** What was imported, ready for the checks. */
export async function readKnowledge(db: Kysely<Database>): Promise<Knowledge> {
  return knowledgeOf(Map.groupBy(await listFeedFiles(db), ({ feed }) => feed as FeedId));
}
