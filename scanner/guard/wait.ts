/** Node's timers hold no more than this; longer waits are made of several. */
const longestTimerMs = 2 ** 31 - 1;

/** @throws the signal's reason as soon as it aborts */
export async function wait(ms: number, signal: AbortSignal): Promise<void> {
  for (let left = ms; left > 0; left -= longestTimerMs)
    await waitOnce(Math.min(left, longestTimerMs), signal);
  signal.throwIfAborted();
}

function waitOnce(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}
