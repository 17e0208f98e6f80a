import { wait } from '../guard/wait.ts';
import { LinkTroubleError } from './link.ts';

const firstMs = 250;
const longestMs = 15_000;

/** Repeats `work` through LinkTroubleError, with back-off and jitter. @throws whatever else it throws; the signal's reason */
export async function persistently<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let delayMs = firstMs; ; delayMs = Math.min(longestMs, delayMs * 2)) {
    signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof LinkTroubleError)) throw error;
    }
    await wait(delayMs * (0.5 + Math.random() / 2), signal);
  }
}
