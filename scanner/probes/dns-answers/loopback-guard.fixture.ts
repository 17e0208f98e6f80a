import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, isIPv6 } from 'node:net';
import type { Order } from '@enkaku/shared/protocol/order.ts';
import { type Guard, GuardError, type Place, ProbeError } from '../../guard/guard.ts';
import type { HostView } from '../probe.ts';

/** An order for a host in the lab; change what differs. */
export function buildOrder(overrides: Partial<Order> = {}): Order {
  return {
    schema: 'enkaku-order/1',
    jobId: 'job_00000000000000000001',
    reservationId: 'rsv_00000000000000000001',
    nodeId: 'nod_00000000000000000001',
    leaseToken: 1,
    issuedAt: '2026-11-21T00:00:00.000Z',
    window: { opensAt: '2026-11-21T00:00:00.000Z', closesAt: '2026-11-22T00:00:00.000Z' },
    target: { kind: 'host', address: '127.0.0.1', names: [], zones: [] },
    resolver: null,
    kinds: ['ports', 'dns-answers'],
    ports: 'default',
    udpPorts: [],
    limits: {
      packetsPerSecond: 100,
      requestsPerSecond: 2,
      connectionsPerSecond: 10,
      concurrentConnections: 4,
    },
    network: 'lab',
    trustAnchors: [],
    contact: 'https://enkaku.example/',
    ...overrides,
  };
}

/** The guard's ways out to loopback and to nowhere else, without its rates and its window. */
export class LoopbackGuard implements Guard {
  readonly order: Order;
  readonly #stop = new AbortController();
  packets = 0;

  constructor(order: Order = buildOrder()) {
    this.order = order;
  }

  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  stop(): void {
    this.#stop.abort();
  }

  async connectTcp({ address, port }: Place, { timeoutMs = 10_000 } = {}) {
    this.#let(address);
    const socket = connect({ host: address, port });
    try {
      await once(socket, 'connect', { signal: AbortSignal.timeout(timeoutMs) });
      return socket;
    } catch (error) {
      socket.destroy();
      throw failure(error);
    }
  }

  async exchangeUdp(
    { address, port }: Place,
    datagram: Buffer,
    { timeoutMs, accept }: { timeoutMs: number; accept: (answer: Buffer) => boolean },
  ): Promise<Buffer | undefined> {
    this.#let(address);
    const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
    const { promise, resolve, reject } = Promise.withResolvers<Buffer | undefined>();
    const timer = setTimeout(() => resolve(undefined), timeoutMs);
    socket.on('error', (error) => reject(failure(error)));
    socket.on('message', (answer) => {
      if (accept(answer)) resolve(answer);
    });
    socket.connect(port, address, () => socket.send(datagram));
    return promise.finally(() => {
      clearTimeout(timer);
      socket.close();
    });
  }

  connectTls(): never {
    throw new GuardError('not-permitted', 'no TLS in this test guard');
  }

  upgradeTls(): never {
    throw new GuardError('not-permitted', 'no TLS in this test guard');
  }

  nmap(): never {
    throw new GuardError('tool-missing', 'no nmap in this test guard');
  }

  async turnForRequest(): Promise<void> {}

  load() {
    return {
      packets: this.packets,
      requests: 0,
      maxPerSecond: 0,
      targetLatency: { before: null, during: null, after: null },
    };
  }

  #let(address: string): void {
    if (!/^127\.|^::1$/.test(address)) throw new GuardError('out-of-scope', `${address} is not loopback`);
    if (this.signal.aborted) throw new GuardError('stopped', 'stopped');
    this.packets += 1;
  }
}

export function hostView(order: Order, ports: HostView['ports'] = null): HostView {
  return { order, ports };
}

function failure(error: unknown): ProbeError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ECONNREFUSED') return new ProbeError('refused', code);
  return new ProbeError(code === 'ABORT_ERR' ? 'timeout' : 'reset', code);
}
