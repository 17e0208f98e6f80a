import type { Load } from '@enkaku/shared/model/load.ts';

export type Health = 'calm' | 'strained' | 'suffering';
type Phase = keyof Load['targetLatency'];

const recentCount = 8;
/** Below this much more, a difference is ours (timers, a busy node), not the target's. */
const noiseMs = 50;
/** So many timeouts in a row, on ports that did connect before. */
const silencesOfSuffering = 5;

/** Response times of TCP connects, and what they say of the target's health. */
export class Latency {
  readonly #samples: Record<Phase, number[]> = { before: [], during: [], after: [] };
  #silences = 0;

  record(phase: Phase, ms: number): void {
    this.#silences = 0;
    this.#samples[phase].push(ms);
    if (this.#samples[phase].length > 1000) this.#samples[phase].shift();
  }

  /** A connect timed out where one had succeeded before. */
  recordSilence(): void {
    this.#silences++;
  }

  /** +50 % over the time before is strain; four times and a second more, or silence, is suffering. */
  health(): Health {
    if (this.#silences >= silencesOfSuffering) return 'suffering';
    const before = median(this.#samples.before);
    const recent = this.#samples.during.slice(-recentCount);
    if (before === null || recent.length < recentCount) return 'calm';
    const now = median(recent) ?? 0;
    if (now > before * 4 && now > before + 1000) return 'suffering';
    return now > before * 1.5 && now > before + noiseMs ? 'strained' : 'calm';
  }

  summary(): Load['targetLatency'] {
    const { before, during, after } = this.#samples;
    return { before: median(before), during: median(during), after: median(after) };
  }
}

export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  return middle === undefined ? null : Math.round(middle * 100) / 100;
}
