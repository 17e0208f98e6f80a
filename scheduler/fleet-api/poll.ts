import { setTimeout as sleep } from 'node:timers/promises';

const everyMs = 200;

/**
 * Looks every 200 ms until there is an answer; undefined after `waitMs`, or when the signal aborts: nothing is asked
 * for somebody who has gone away.
 */
export async function poll<T>(
  look: () => Promise<T | undefined>,
  waitMs: number,
  signal: AbortSignal,
): Promise<T | undefined> {
  const deadline = performance.now() + waitMs;
  while (!signal.aborted) {
    const answer = await look();
    const leftMs = deadline - performance.now();
    if (answer !== undefined || leftMs <= 0) return answer;
    await sleep(Math.min(everyMs, leftMs), undefined, { signal }).catch(() => undefined);
  }
  return undefined;
}
