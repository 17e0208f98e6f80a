import type { Health } from './latency.ts';

const slowest = 1 / 8;
/** The effect of a change must show before the next one. */
const patienceMs = 1000;

/** The part of the order's rates that the target can take now: halved under strain, given back by and by. */
export class Brake {
  #factor = 1;
  #changedAt = 0;
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  get factor(): number {
    return this.#factor;
  }

  feel(health: Health): void {
    const now = this.#now();
    if (now - this.#changedAt < patienceMs) return;
    const next = health === 'calm' ? Math.min(1, this.#factor * 1.25) : Math.max(slowest, this.#factor / 2);
    if (next === this.#factor) return;
    this.#factor = next;
    this.#changedAt = now;
  }
}
