import { setTimeout as sleep } from 'node:timers/promises';
import Bree from 'bree';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';

/** Each worker's name is its file's. */
const names = ['keep-time', 'judge', 'deliver-mail'] as const;

/** A worker that died is started again after this time at the latest; for one at work it does nothing. */
const supervisionMs = 5000;
/** Bree waits for a worker that does not hear it for ever; a round that is cut off is taken up at the next start. */
const patienceMs = 2000;

/** Starts the workers, each in a thread of its own. Closing lets them end their round. */
export async function startWorkers(config: Config, log: Logger): Promise<AsyncDisposable> {
  const bree = new Bree({
    root: import.meta.dirname,
    doRootCheck: false,
    defaultExtension: 'ts',
    acceptedExtensions: ['.ts'],
    logger: false,
    worker: { workerData: { config } },
    errorHandler: (error, { name }) => log.error({ err: error, job: name }, 'a worker ended'),
    jobs: names.map((name) => ({ name, timeout: 0, interval: supervisionMs })),
  });
  await bree.start();
  return {
    async [Symbol.asyncDispose]() {
      await Promise.race([bree.stop(), sleep(patienceMs, undefined, { ref: false })]);
      await Promise.all([...bree.workers.values()].map((worker) => worker.terminate()));
    },
  };
}
