import { once } from 'node:events';
import type { Store } from '@enkaku/shared/db/open.ts';
import { type Instant, instant } from '@enkaku/shared/model/instant.ts';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { openDatabase } from '../context.ts';
import { createLog } from '../log.ts';

export interface Round {
  readonly store: Store;
  readonly config: Config;
  readonly now: Instant;
  readonly log: Logger;
}

/** A Bree worker: opens the database, does one round of what is due, closes it; its process ends with it. */
export async function runWorker(work: (round: Round) => Promise<void>): Promise<void> {
  const { config, job } = await receiveOrders();
  const log = createLog(config.logLevel).child({ job: job.name });
  await using store = await openDatabase(config.databaseUrl);
  await work({ store, config, now: instant(Date.now()), log });
}

interface Orders {
  readonly config: Config;
  readonly job: { readonly name: string };
}

/** What the scheduler sends when it starts a worker; only for that does the worker wait. */
async function receiveOrders(): Promise<Orders> {
  process.channel?.ref();
  const [orders] = await once(process, 'message');
  process.channel?.unref();
  return orders as Orders;
}
