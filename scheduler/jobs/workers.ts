import { setTimeout as sleep } from 'node:timers/promises';
import Bree from 'bree';
import type { Context } from '../context.ts';
import { dueWorkers, type WorkerName, workerNames } from './due.ts';
import { startWorkerProcess } from './worker-process.ts';

const lookEveryMs = 500;
/** A worker that failed is not started again at once; what is due stays due. */
const pauseAfterFailureMs = 10_000;
/** Bree waits for a worker for ever; what is cut off is taken up at the next start. */
const patienceMs = 1500;

/** Starts a worker whenever there is something for it to do. Closing waits a little for those at work. */
export async function startWorkers({ config, store, log, now }: Context): Promise<AsyncDisposable> {
  const pausedUntil = new Map<string, number>();
  const bree = new Bree({
    root: import.meta.dirname,
    doRootCheck: false,
    defaultExtension: 'ts',
    acceptedExtensions: ['.ts'],
    logger: false,
    worker: { workerData: { config } },
    errorHandler(error, { name }) {
      pausedUntil.set(name, performance.now() + pauseAfterFailureMs);
      log.error({ err: error, job: name }, 'a worker failed');
    },
    jobs: workerNames.map((name) => ({ name, timeout: false, interval: 0 })),
  });
  bree.createWorker = startWorkerProcess;
  const ending = new AbortController();
  const looking = look();

  async function look(): Promise<void> {
    while (!ending.signal.aborted) {
      try {
        for (const name of await dueWorkers(store.db, now())) await startOne(name);
      } catch (error) {
        log.error({ err: error }, 'cannot tell what is due');
      }
      await sleep(lookEveryMs, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  }

  async function startOne(name: WorkerName): Promise<void> {
    const paused = (pausedUntil.get(name) ?? 0) > performance.now();
    if (!paused && !bree.workers.has(name) && !ending.signal.aborted) await bree.run(name);
  }

  return {
    async [Symbol.asyncDispose]() {
      ending.abort();
      await looking;
      await Promise.race([bree.stop(), sleep(patienceMs, undefined, { ref: false })]);
      for (const worker of bree.workers.values()) worker.terminate();
    },
  };
}
