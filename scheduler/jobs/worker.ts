import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { Store } from '@enkaku/shared/db/open.ts';
import { type Instant, instant } from '@enkaku/shared/model/instant.ts';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { openDatabase } from '../context.ts';
import { createLog } from '../log.ts';

const longestPauseMs = 5000;

export interface RoundOf {
  readonly store: Store;
  readonly config: Config;
  readonly now: Instant;
  readonly log: Logger;
}
export type Round = (round: RoundOf) => Promise<void>;

/**
 * A Bree worker: one round after another, `everyMs` apart, until Bree cancels it. The thread stays because a new one
 * loads its modules anew, which costs more than all the rounds of a minute; should it die, Bree's interval starts the
 * next. After an error the pause grows, and no round is lost: what is due stays due.
 */
export async function runWorker(everyMs: number, round: Round): Promise<void> {
  const { config, job } = workerData as { config: Config; job: { name: string } };
  const log = createLog(config.logLevel).child({ job: job.name });
  const cancelled = new AbortController();
  parentPort?.on('message', (message) => {
    if (message === 'cancel') cancelled.abort();
  });
  {
    await using store = await openDatabase(config.databaseUrl);
    let pauseMs = everyMs;
    while (!cancelled.signal.aborted) {
      try {
        await round({ store, config, now: instant(Date.now()), log });
        pauseMs = everyMs;
      } catch (error) {
        pauseMs = Math.min(longestPauseMs, pauseMs * 2);
        log.error({ err: error, pauseMs }, 'a round failed');
      }
      await sleep(pauseMs, undefined, { signal: cancelled.signal }).catch(() => undefined);
    }
  }
  parentPort?.postMessage('cancelled');
}
