import { instant } from '@enkaku/shared/model/instant.ts';
import type { Order } from '@enkaku/shared/protocol/order.ts';

/** A laboratory order for 127.77.1.1, valid from a minute ago for an hour; a test changes one thing. */
export function buildOrder(overrides: Partial<Order> = {}): Order {
  const now = Date.now();
  return {
    schema: 'enkaku-order/1',
    jobId: 'job_0123456789abcdef0123',
    reservationId: 'rsv_0123456789abcdef0123',
    nodeId: 'nod_0123456789abcdef0123',
    leaseToken: 1,
    issuedAt: instant(now - 60_000),
    window: { opensAt: instant(now - 60_000), closesAt: instant(now + 3_600_000) },
    target: { kind: 'host', address: '127.77.1.1', names: [], zones: [] },
    resolver: null,
    authorities: [],
    kinds: ['ports', 'banner'],
    ports: '1-65535',
    udpPorts: [],
    optIns: [],
    limits: {
      packetsPerSecond: 5000,
      requestsPerSecond: 50,
      connectionsPerSecond: 500,
      concurrentConnections: 16,
    },
    network: 'lab',
    trustAnchors: [],
    contact: 'https://enkaku.example/',
    ...overrides,
  };
}

export function hostAt(address: string): Order['target'] {
  return { kind: 'host', address, names: [], zones: [] };
}
