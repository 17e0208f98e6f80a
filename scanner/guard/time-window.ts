import { epochMs } from '@enkaku/shared/model/instant.ts';
import type { Window } from '@enkaku/shared/model/window.ts';
import { GuardError } from './guard.ts';
import { wait } from './wait.ts';

/** Everything ends this much before the window closes: an end has packets of its own, and nmap needs a moment to die. */
export const closingMarginMs = 1000;

export class TimeWindow {
  readonly #opensAtMs: number;
  readonly #lastMs: number;
  readonly #now: () => number;

  constructor(window: Window, now: () => number) {
    this.#opensAtMs = epochMs(window.opensAt);
    this.#lastMs = epochMs(window.closesAt) - closingMarginMs;
    this.#now = now;
  }

  /** @throws GuardError 'outside-window' */
  check(): void {
    if (this.#now() < this.#opensAtMs) throw new GuardError('outside-window', 'the window is not open yet');
    if (this.leftMs() <= 0) throw new GuardError('outside-window', 'the window has closed');
  }

  /** Until everything must have ended; negative afterwards. */
  leftMs(): number {
    return this.#lastMs - this.#now();
  }

  /** Calls `close` when time is up, unless `signal` aborts before. A clock set back prolongs nothing for long. */
  watch(close: () => void, signal: AbortSignal): void {
    const watching = async () => {
      while (this.leftMs() > 0) await wait(Math.min(this.leftMs(), 60_000), signal);
      close();
    };
    watching().catch(() => undefined);
  }
}
