import { existsSync } from 'node:fs';
import { openStore } from '@enkaku/shared/db/open.ts';
import { type Knowledge, noKnowledge } from '@enkaku/shared/knowledge/knowledge.ts';
import { configOf } from '../config.ts';
import { readEnvironment } from '../env.ts';
import { readKnowledge } from './read.ts';

/** The feeds of this machine's database, where there is one; a diagnosis by hand makes none. */
export async function knowledgeAtHand(): Promise<Knowledge> {
  const { databaseUrl } = configOf(readEnvironment(process.env));
  const file = /^sqlite:(.+)$/.exec(databaseUrl)?.[1];
  if (file !== undefined && !existsSync(file)) return noKnowledge;
  await using store = await openStore(databaseUrl);
  return await readKnowledge(store.db);
}
