/** After an abort, a probe may still bring what it has. */
const lastWordsMs = 1200;

/**
 * @param limitMs null where the guard alone says when it is enough
 * @throws Error when `work` takes longer; the signal's reason when it does not end soon after an abort
 */
export function inTime<T>(work: Promise<T>, limitMs: number | null, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => settle(() => reject(new Error('the probe took too long')));
    const limit = limitMs === null ? undefined : setTimeout(giveUp, limitMs);
    let lastWords: NodeJS.Timeout | undefined;
    const hurry = () => {
      lastWords = setTimeout(() => settle(() => reject(signal.reason)), lastWordsMs);
    };
    const settle = (finish: () => void) => {
      clearTimeout(limit);
      clearTimeout(lastWords);
      signal.removeEventListener('abort', hurry);
      finish();
    };
    signal.addEventListener('abort', hurry, { once: true });
    if (signal.aborted) hurry();
    work.then(
      (value) => settle(() => resolve(value)),
      (error: unknown) => settle(() => reject(error)),
    );
  });
}
