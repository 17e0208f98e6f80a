import { epochMs } from '@enkaku/shared/model/instant.ts';
import type { Window } from '@enkaku/shared/model/window.ts';

/** A promise that was not kept. */
export class BrokenPromiseError extends Error {
  override readonly name = 'BrokenPromiseError';
  readonly code = 'broken-promise';
}

/** Sees what the targets see: who sends packets to whom, and when. */
export class Watch {
  readonly #active = new Map<string, { readonly node: string; readonly neighbourhood: string }>();
  readonly #near = new Map<string, number>();
  readonly #mostOfNeighbourhood: number;
  packets = 0;
  busiest = 0;

  constructor(mostOfNeighbourhood: number) {
    this.#mostOfNeighbourhood = mostOfNeighbourhood;
  }

  /** A node begins to send. @throws BrokenPromiseError */
  begin(node: string, host: string, neighbourhood: string): void {
    const other = this.#active.get(host);
    if (other !== undefined)
      throw new BrokenPromiseError(`${host} hears from ${other.node} and ${node} at once`);
    this.#active.set(host, { node, neighbourhood });
    const near = (this.#near.get(neighbourhood) ?? 0) + 1;
    if (near > this.#mostOfNeighbourhood) {
      throw new BrokenPromiseError(`${near} hosts of ${neighbourhood} are diagnosed at once`);
    }
    this.#near.set(neighbourhood, near);
    this.busiest = Math.max(this.busiest, this.#active.size);
  }

  end(host: string): void {
    const active = this.#active.get(host);
    if (active === undefined) throw new BrokenPromiseError(`${host} was left twice`);
    this.#active.delete(host);
    this.#near.set(active.neighbourhood, (this.#near.get(active.neighbourhood) ?? 1) - 1);
  }

  /** A packet arrives. @throws BrokenPromiseError outside the window that was promised */
  packet(host: string, promised: Window, atMs: number): void {
    this.packets++;
    if (atMs < epochMs(promised.opensAt) || atMs >= epochMs(promised.closesAt)) {
      throw new BrokenPromiseError(`${host} hears something at ${new Date(atMs).toISOString()}`);
    }
  }
}
