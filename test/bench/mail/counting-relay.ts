import { once } from 'node:events';
import { createConnection, createServer } from 'node:net';

export interface CountingRelay extends AsyncDisposable {
  readonly address: string;
  /** When each connection came, in milliseconds of `performance.now()`. */
  readonly arrivals: readonly number[];
  mostAtOnce(): number;
}

/** In front of a server, at an address of its own: counts what really arrives there. */
export async function relayTo(address: string, port: number): Promise<CountingRelay> {
  const front = address.replace(/\d+$/, (host) => String(Number(host) + 100));
  const arrivals: number[] = [];
  let [open, mostAtOnce] = [0, 0];
  const server = createServer((client) => {
    arrivals.push(performance.now());
    mostAtOnce = Math.max(mostAtOnce, ++open);
    client.on('close', () => open--);
    const behind = createConnection({ host: address, port });
    for (const [from, to] of [
      [client, behind],
      [behind, client],
    ] as const) {
      from.pipe(to);
      from.on('error', () => to.destroy());
    }
  });
  server.listen(port, front);
  await once(server, 'listening');
  return {
    address: front,
    arrivals,
    mostAtOnce: () => mostAtOnce,
    async [Symbol.asyncDispose]() {
      server.close();
    },
  };
}

/** From each connection to the next, in milliseconds. */
export function spacings(arrivals: readonly number[]): readonly number[] {
  return arrivals.slice(1).map((arrival, index) => arrival - (arrivals[index] ?? 0));
}

/** The most connections that came within one second. */
export function mostInASecond(arrivals: readonly number[]): number {
  return Math.max(...arrivals.map((from) => arrivals.filter((at) => at >= from && at < from + 1000).length));
}
