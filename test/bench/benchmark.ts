/** One number, with what it should be. `peer`: the same thing measured in the same run on another program. */
export interface Metric {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** `≤ 60`, or null where a number only informs. */
  readonly goal: string | null;
  readonly met: boolean | null;
  readonly peer: { readonly name: string; readonly value: number } | null;
}

export interface Benchmark {
  readonly name: string;
  readonly metrics: readonly Metric[];
}

export function atMost(name: string, value: number, unit: string, limit: number): Metric {
  return { name, value: rounded(value), unit, goal: `≤ ${limit}`, met: value <= limit, peer: null };
}

/** A number without a goal, beside a peer's where there is one. */
export function informs(name: string, value: number, unit: string, peer: Metric['peer']): Metric {
  const beside = peer === null ? null : { ...peer, value: rounded(peer.value) };
  return { name, value: rounded(value), unit, goal: null, met: null, peer: beside };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
