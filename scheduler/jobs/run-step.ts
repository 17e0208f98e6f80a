import type { Instant } from '@enkaku/shared/model/instant.ts';
import { tellOwner } from '../reporter/tell-owner.ts';
import type { Work } from './work.ts';
import { runWorker } from './worker.ts';

/** A worker that takes reservations one step on. */
export async function runStep(step: (work: Work, now: Instant) => Promise<void>): Promise<void> {
  await runWorker(async ({ store, config, now }) => {
    await step({ store, network: config.orders.network, tell: tellOwner(config.reporter) }, now);
  });
}
