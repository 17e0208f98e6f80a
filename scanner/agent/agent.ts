import { Slots } from '../guard/slots.ts';
import { wait } from '../guard/wait.ts';
import { LinkTroubleError, NodeRefusedError } from './link.ts';
import { runJob } from './run-job.ts';
import type { Worker } from './worker.ts';

const longestPauseMs = 15_000;
/** A rejected or unreadable answer to a claim is not asked for again at once. */
const pauseMs = 5000;

/**
 * Claims jobs and carries out up to `slots` of them at once, until `shutdown` aborts or the scheduler has no more.
 * @throws NodeRefusedError when the scheduler does not know this node
 */
export async function runAgent(worker: Worker, slots: number, shutdown: AbortSignal): Promise<void> {
  const { link, log } = worker;
  const free = new Slots(slots);
  const jobs = new Set<Promise<void>>();
  let troubleMs = 0;
  while (!shutdown.aborted) {
    const release = await free.take(shutdown).catch(() => undefined);
    if (release === undefined) break;
    try {
      const grant = await link.claim(shutdown);
      troubleMs = 0;
      if (grant === 'no-more') break;
      if (grant === 'nothing-now') {
        release();
        continue;
      }
      const job = runJob(grant, worker, shutdown).finally(() => {
        jobs.delete(job);
        release();
      });
      jobs.add(job);
    } catch (error) {
      release();
      if (shutdown.aborted) break;
      if (error instanceof NodeRefusedError) throw error;
      const isTrouble = error instanceof LinkTroubleError;
      troubleMs = isTrouble ? Math.min(longestPauseMs, troubleMs * 2 || 500) : pauseMs;
      log.warn({ err: error, againInMs: troubleMs }, 'no claim possible');
      await wait(troubleMs * (0.5 + Math.random() / 2), shutdown).catch(() => undefined);
    }
  }
  await Promise.all(jobs);
}
