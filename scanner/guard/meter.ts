/** Bytes of payload in one packet, about. */
const segmentBytes = 1400;

/** Packets sent, estimated where the kernel or nmap sends them, and HTTP requests. */
export class Meter {
  packets = 0;
  requests = 0;
  #maxPerSecond = 0;
  #lastSecond: { readonly at: number; readonly packets: number }[] = [];
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The most packets in any one second. */
  get maxPerSecond(): number {
    return Math.ceil(this.#maxPerSecond);
  }

  count(packets: number): void {
    const at = this.#now();
    this.packets += packets;
    this.#lastSecond = this.#lastSecond.filter((entry) => entry.at > at - 1000);
    this.#lastSecond.push({ at, packets });
    this.#raise(this.#lastSecond.reduce((sum, entry) => sum + entry.packets, 0));
  }

  /** A run that held itself to `perSecond`. */
  countRun(packets: number, perSecond: number): void {
    this.packets += packets;
    this.#raise(Math.min(packets, perSecond));
  }

  #raise(perSecond: number): void {
    this.#maxPerSecond = Math.max(this.#maxPerSecond, perSecond);
  }
}

/** Packets that carried or acknowledged these bytes. */
export function packetsOf(bytesWritten: number, bytesRead: number): number {
  return Math.ceil(bytesWritten / segmentBytes) + Math.ceil(bytesRead / (2 * segmentBytes));
}
