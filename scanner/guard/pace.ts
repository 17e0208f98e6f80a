import { wait } from './wait.ts';

/** A timer comes up to so much after its time; that much of it is no reason to fall behind the rate. */
const timerSlackMs = 2;

/**
 * A queue that lets one through after another, `perSecond` of cost apart. It holds no credit: a pause is never
 * made good by a burst, so that no second sees more than the rate. Only the lateness of our own timer, while somebody
 * waits, is made good.
 */
export class Pace {
  readonly #perSecond: () => number;
  readonly #now: () => number;
  readonly #signal: AbortSignal;
  #last: Promise<unknown> = Promise.resolve();
  #freeAt = 0;
  #gapMs = 0;
  #lateMs = 0;

  constructor(perSecond: () => number, now: () => number, signal: AbortSignal) {
    this.#perSecond = perSecond;
    this.#now = now;
    this.#signal = signal;
  }

  /** Resolves when it is the caller's turn, first come, first served. @throws the signal's reason */
  turn(cost = 1): Promise<void> {
    return this.exclusive(async () => this.charge(cost));
  }

  /** Nobody else has a turn while `work` runs. */
  exclusive<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(async () => {
      await this.#untilFree();
      return await work();
    });
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  /** What was spent beyond the turn; the next one waits for it. */
  charge(cost: number): void {
    const now = this.#now() - this.#lateMs;
    this.#lateMs = 0;
    this.#gapMs = Math.max(0, this.#freeAt - now) + (cost * 1000) / this.#perSecond();
    this.#freeAt = now + this.#gapMs;
  }

  async #untilFree(): Promise<void> {
    this.#signal.throwIfAborted();
    for (;;) {
      // A clock set back must not stop the work for an hour.
      this.#freeAt = Math.min(this.#freeAt, this.#now() + this.#gapMs);
      const leftMs = this.#freeAt - this.#now();
      if (leftMs <= 0) return;
      await wait(Math.ceil(leftMs), this.#signal);
      this.#lateMs = Math.min(timerSlackMs, Math.max(0, this.#now() - this.#freeAt));
    }
  }
}
