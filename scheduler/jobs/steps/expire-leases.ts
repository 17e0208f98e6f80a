import { listExhaustedJobs } from '@enkaku/shared/db/job.ts';
import type { Instant } from '@enkaku/shared/model/instant.ts';
import { endUnfinished } from '../end-unfinished.ts';
import { inTurn } from '../in-turn.ts';
import type { Work } from '../work.ts';

/** A lease that ran out is simply granted anew at the next claim, unless the job was begun often enough. */
export async function expireLeases(work: Work, now: Instant): Promise<void> {
  await inTurn(await listExhaustedJobs(work.store.db, now), async (job) => {
    const detail = `no node brought it to an end in ${job.attempts} attempts`;
    await endUnfinished(work, job, { state: 'failed', reason: 'probe-failed', detail }, now);
  });
}
