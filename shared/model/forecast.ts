/** One host's work as the queue sees it. Times in milliseconds since the epoch. */
export interface Work {
  readonly host: string;
  readonly neighbourhood: string;
  readonly opensAtMs: number;
  readonly closesAtMs: number;
  readonly durationMs: number;
  /** 0 goes first. */
  readonly priority: number;
  /** Its place in its organisation's own line. */
  readonly turn: number;
}

export interface Fleet {
  /** Hosts that all nodes together diagnose at once. */
  readonly slots: number;
  /** Hosts of one neighbourhood at once. */
  readonly mostOfNeighbourhood: number;
}

/** When it will run; `left-over` where its window closes before it would end. */
export type Forecast =
  | { readonly outcome: 'runs'; readonly startsAtMs: number; readonly endsAtMs: number }
  | { readonly outcome: 'left-over' };

/**
 * The queue played through: by priority, then in turn, never a host twice at once, never too many of a neighbourhood.
 * These are the rules by which nodes are granted work; what else may happen is not known.
 * @returns one forecast for each work, in the order given
 */
export function forecast(works: readonly Work[], fleet: Fleet): readonly Forecast[] {
  const forecasts = works.map((): Forecast => ({ outcome: 'left-over' }));
  const waiting = works
    .map((work, index) => ({ work, index }))
    .sort((a, b) => compareWork(a.work, b.work) || a.index - b.index);
  const running: { readonly work: Work; readonly endsAtMs: number }[] = [];
  let nowMs = Math.min(...works.map(({ opensAtMs }) => opensAtMs));

  while (waiting.length > 0) {
    const next = running.length < fleet.slots ? waiting.findIndex(({ work }) => mayBegin(work)) : -1;
    if (next >= 0) {
      const [taken] = waiting.splice(next, 1);
      if (taken === undefined) break;
      const endsAtMs = nowMs + taken.work.durationMs;
      running.push({ work: taken.work, endsAtMs });
      if (endsAtMs <= taken.work.closesAtMs) {
        forecasts[taken.index] = { outcome: 'runs', startsAtMs: nowMs, endsAtMs };
      }
      continue;
    }
    const ends = running.map(({ work, endsAtMs }) => Math.min(endsAtMs, work.closesAtMs));
    const opens = waiting.map(({ work }) => work.opensAtMs).filter((opensAtMs) => opensAtMs > nowMs);
    nowMs = Math.min(...ends, ...opens);
    if (!Number.isFinite(nowMs)) break;
    const stillRunning = running.filter(({ work, endsAtMs }) => Math.min(endsAtMs, work.closesAtMs) > nowMs);
    running.splice(0, running.length, ...stillRunning);
    for (let at = waiting.length - 1; at >= 0; at--) {
      if ((waiting[at]?.work.closesAtMs ?? 0) <= nowMs) waiting.splice(at, 1);
    }
  }
  return forecasts;

  function mayBegin(work: Work): boolean {
    if (work.opensAtMs > nowMs || work.closesAtMs <= nowMs) return false;
    let near = 0;
    for (const { work: other } of running) {
      if (other.host === work.host) return false;
      if (other.neighbourhood === work.neighbourhood) near++;
    }
    return near < fleet.mostOfNeighbourhood;
  }
}

function compareWork(a: Work, b: Work): number {
  return a.priority - b.priority || a.turn - b.turn || a.opensAtMs - b.opensAtMs;
}
