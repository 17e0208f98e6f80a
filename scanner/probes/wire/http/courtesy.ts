/** What a visitor owes a server: it goes away when asked to, waits when told to, and slows down when it is slow. */
export class Courtesy {
  readonly #endsAt: number;
  readonly #now: () => number;
  readonly #elapsed: number[] = [];
  #pleas = 0;
  #silences = 0;
  #answers = 0;
  #pauseMs = 0;

  constructor(visitMs: number, now: () => number) {
    this.#now = now;
    this.#endsAt = now() + visitMs;
  }

  /** Why no further request may be made. */
  refusal(): 'blocked' | 'not-attempted' | undefined {
    if (this.#pleas >= 2) return 'blocked';
    const dead = this.#silences >= 2 || (this.#silences === 1 && this.#answers === 0);
    return dead || this.#now() >= this.#endsAt ? 'not-attempted' : undefined;
  }

  /** To wait before the next request; asked for once, it is granted once. */
  takePauseMs(): number {
    const pauseMs = this.#pauseMs;
    this.#pauseMs = 0;
    return pauseMs;
  }

  silence(): void {
    this.#silences += 1;
  }

  /** @returns whether the same may be asked once more, after the pause */
  answer(status: number, elapsedMs: number, retryAfter: string | undefined): boolean {
    this.#answers += 1;
    if (isPlea(status)) return this.#plea(status, retryAfter);
    this.#pleas = 0;
    this.#pauseMs = this.#strain(elapsedMs);
    return false;
  }

  #plea(status: number, retryAfter: string | undefined): boolean {
    this.#pleas += 1;
    if (status === 421 || this.#pleas > 1) {
      this.#pleas = 2;
      return false;
    }
    const seconds = /^\s*(\d{1,6})\s*$/.exec(retryAfter ?? '')?.[1];
    const wantedMs = seconds === undefined ? usualRestMs : Number(seconds) * 1000;
    if (wantedMs > longestRestMs) this.#pleas = 2;
    this.#pauseMs = wantedMs;
    return wantedMs <= longestRestMs;
  }

  /** Twice as slow as usual, and by more than the noise of a network: it gets the time it took as a rest. */
  #strain(elapsedMs: number): number {
    this.#elapsed.push(elapsedMs);
    const sorted = [...this.#elapsed].sort((a, b) => a - b);
    const usual = sorted[Math.floor((sorted.length - 1) / 2)] ?? elapsedMs;
    const slow = elapsedMs > usual * 2 && elapsedMs > usual + noiseMs;
    return slow ? Math.min(elapsedMs, longestRestMs) : 0;
  }
}

const usualRestMs = 2000;
const longestRestMs = 10_000;
const noiseMs = 250;

/** Misdirected, Too Many Requests, Service Unavailable: signs that we should go. */
function isPlea(status: number): boolean {
  return status === 421 || status === 429 || status === 503;
}
