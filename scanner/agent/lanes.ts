/**
 * Runs each lane's items one after another and at most `width` lanes at once. Stops taking items when `signal`
 * aborts; what was not taken is returned.
 */
export async function runLanes<T>(
  lanes: readonly (readonly T[])[],
  width: number,
  run: (item: T) => Promise<void>,
  signal: AbortSignal,
): Promise<readonly T[]> {
  const waiting = lanes.map((lane) => [...lane]);
  const left: T[] = [];
  const worker = async () => {
    for (let lane = waiting.shift(); lane !== undefined; lane = waiting.shift()) {
      for (const item of lane) {
        if (signal.aborted) left.push(item);
        else await run(item);
      }
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return left;
}
