import type { Database } from '@enkaku/shared/db/database.ts';
import { listOverdueJobs } from '@enkaku/shared/db/job.ts';
import { addMs, type Instant } from '@enkaku/shared/model/instant.ts';
import type { Kysely } from 'kysely';
import { endUnfinished } from '../end-unfinished.ts';
import { inTurn } from '../in-turn.ts';
import type { Work } from '../work.ts';

/** For a node that is alive: to bring home what it saw before the window closed. */
const homecomingMs = 2 * 60_000;

/** What was not done when the window closed, or when a person stopped it, ends as missed or cut short. */
export async function closeWindows(work: Work, now: Instant): Promise<void> {
  await inTurn(await listOverdue(work.store.db, now), async ({ end, ...job }) => {
    const state = end === 'window-closed' && job.startedAt === null ? 'missed' : 'stopped';
    await endUnfinished(work, job, { state, reason: end, detail: '' }, now);
  });
}

export function listOverdue(db: Kysely<Database>, now: Instant) {
  return listOverdueJobs(db, now, addMs(now, -homecomingMs));
}
