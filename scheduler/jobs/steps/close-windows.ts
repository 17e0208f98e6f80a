import type { Database } from '@enkaku/shared/db/database.ts';
import { endJob, listOverdueJobs } from '@enkaku/shared/db/job.ts';
import { addMs, type Instant } from '@enkaku/shared/model/instant.ts';
import type { Kysely } from 'kysely';
import { endUnfinished } from '../end-unfinished.ts';
import { inTurn } from '../in-turn.ts';
import { nextPart } from '../next-part.ts';
import type { Work } from '../work.ts';

/** For a node that is alive: to bring home what it saw before the window closed. */
const homecomingMs = 2 * 60_000;

/** What was not done when the window closed, or when a person stopped it, moves to the next part of its window or ends. */
export async function closeWindows(work: Work, now: Instant): Promise<void> {
  const { db } = work.store;
  await inTurn(await listOverdue(db, now), async ({ end, ...job }) => {
    const part = end === 'window-closed' ? await nextPart(db, job, now) : undefined;
    if (part !== undefined) {
      await endJob(db, job, {
        state: 'queued',
        unprobed: job.unprobed,
        finishedAt: null,
        attempts: 0,
        ...part,
      });
      return;
    }
    const state = end === 'window-closed' && job.startedAt === null ? 'missed' : 'stopped';
    await endUnfinished(work, job, { state, reason: end, detail: '' }, now);
  });
}

export function listOverdue(db: Kysely<Database>, now: Instant) {
  return listOverdueJobs(db, now, addMs(now, -homecomingMs));
}
