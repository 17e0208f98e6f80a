import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { yes } from '@enkaku/shared/model/observed.ts';
import type { Order } from '@enkaku/shared/protocol/order.ts';
import type { HostView } from '../probe.ts';

type Port = EvidenceData['ports']['ports'][number];

export function orderFor(address: string, names: readonly string[] = [], change: Partial<Order> = {}): Order {
  return {
    schema: 'enkaku-order/1',
    jobId: 'job_0123456789abcdef',
    reservationId: 'rsv_0123456789abcdef',
    nodeId: 'nod_0123456789abcdef',
    leaseToken: 1,
    issuedAt: '2026-11-21T00:00:00.000Z',
    window: { opensAt: '2026-11-21T00:00:00.000Z', closesAt: '2026-11-22T00:00:00.000Z' },
    target: { kind: 'host', address, names: [...names], zones: [] },
    resolver: null,
    authorities: [],
    kinds: ['ports'],
    ports: 'default',
    udpPorts: [],
    optIns: [],
    limits: {
      packetsPerSecond: 100,
      requestsPerSecond: 2,
      connectionsPerSecond: 20,
      concurrentConnections: 2,
    },
    network: 'lab',
    trustAnchors: [],
    contact: 'https://enkaku.example/',
    ...change,
  };
}

/** An open TCP port; `name` is a service that nmap's probes have named, none when it is left out. */
export function openPort(
  port: number,
  name?: string,
  change: Partial<NonNullable<Port['service']>> = {},
): Port {
  const nothing = { product: null, version: null, extraInfo: null, tunnel: null, cpe: [] };
  const service = { name: name ?? '', method: 'probed' as const, confidence: 10, ...nothing, ...change };
  return {
    port,
    transport: 'tcp',
    state: 'open',
    reason: 'syn-ack',
    service: name === undefined ? null : service,
    scripts: [],
  };
}

export function hostView(order: Order, ports: readonly Port[]): HostView {
  const seen = {
    tool: 'nmap 7.93',
    requested: 'T:1-65535',
    host: 'up' as const,
    collapsed: yes([]),
    warnings: [],
    complete: true,
  };
  return { order, ports: { ...seen, ports: [...ports] } };
}
