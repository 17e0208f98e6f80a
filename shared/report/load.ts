import type { Load } from '../model/load.ts';
import type { Report } from './schema.ts';

/** All jobs together; the rate is the highest that any one target felt, the latency the worst. */
export function totalLoad(loads: readonly Load[]): Report['load'] {
  const sum = (pick: (load: Load) => number) => loads.reduce((total, load) => total + pick(load), 0);
  const highest = (pick: (load: Load) => number | null) => {
    const known = loads.map(pick).filter((value) => value !== null);
    return known.length === 0 ? null : Math.max(...known);
  };
  return {
    packets: sum((load) => load.packets),
    requests: sum((load) => load.requests),
    maxPerSecond: highest((load) => load.maxPerSecond) ?? 0,
    targetLatency: {
      before: highest((load) => load.targetLatency.before),
      during: highest((load) => load.targetLatency.during),
      after: highest((load) => load.targetLatency.after),
    },
  };
}
