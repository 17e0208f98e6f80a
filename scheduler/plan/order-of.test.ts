import type { JobRow } from '@enkaku/shared/db/job.ts';
import { encodeJson } from '@enkaku/shared/db/json.ts';
import { noon } from '@enkaku/shared/db/seed.fixture.ts';
import { udpOfProfiles } from '@enkaku/shared/model/ports.ts';
import { orderSchema } from '@enkaku/shared/protocol/order.ts';
import { expect, test } from 'vitest';
import { type OrderSettings, orderOf } from './order-of.ts';

const job: JobRow = {
  id: 'job_1',
  reservationId: 'rsv_1',
  organisationId: 'org_1',
  target: encodeJson({ kind: 'host', address: '203.0.112.10', names: [], zones: [] }),
  host: '203.0.112.10',
  state: 'leased',
  opensAt: noon,
  closesAt: '2026-11-21T14:00:00.000Z',
  priority: 2,
  turn: 0,
  neighbourhood: '203.0.112.0/24',
  lostBy: null,
  leaseToken: 3,
  leaseNodeId: 'nod_1',
  leaseExpiresAt: noon,
  attempts: 1,
  doing: '',
  doneCount: 0,
  totalCount: 0,
  load: null,
  unprobed: encodeJson([]),
  startedAt: noon,
  finishedAt: null,
};
const settings: OrderSettings = {
  network: 'internet',
  resolver: { address: '192.0.2.53', port: 53 },
  trustAnchors: [],
  portalUrl: 'https://enkaku.example',
};
const order = (ports: string, change: Partial<OrderSettings> = {}) =>
  orderOf(
    job,
    { ports, optIns: encodeJson(['industrial']) },
    'nod_1',
    { ...settings, ...change },
    { now: noon },
  );

test('a job → an order that its schema accepts, gentle to its target', () => {
  expect(orderSchema.parse(order('default'))).toMatchObject({
    leaseToken: 3,
    window: { opensAt: noon, closesAt: '2026-11-21T14:00:00.000Z' },
    ports: 'default',
    udpPorts: udpOfProfiles,
    optIns: ['industrial'],
    limits: {
      packetsPerSecond: 300,
      requestsPerSecond: 2,
      connectionsPerSecond: 20,
      concurrentConnections: 8,
    },
  });
});

test('a list of ports → nothing beside them', () => {
  expect(order('80,443,161/udp')).toMatchObject({ ports: '80,443', udpPorts: [161] });
});

test('ports that cannot be read → none', () => {
  expect(order('everything')).toMatchObject({ ports: '', udpPorts: [] });
});
