import { insertBlackout } from '@enkaku/shared/db/blackout.ts';
import { findNode, setNodeState, touchNode } from '@enkaku/shared/db/node.ts';
import { stopReservation } from '@enkaku/shared/db/reservation.ts';
import { noon, seedJob, seedNode, seedReservation } from '@enkaku/shared/db/seed.fixture.ts';
import { findSetting } from '@enkaku/shared/db/setting.ts';
import { addMs, epochMs } from '@enkaku/shared/model/instant.ts';
import { claimResponseSchema } from '@enkaku/shared/protocol/messages.ts';
import { openOrder, publicKeyOf } from '@enkaku/shared/protocol/signing.ts';
import { expect, test } from 'vitest';
import { openFleet, portsOf } from './fleet.fixture.ts';

async function grantOf(fleet: Awaited<ReturnType<typeof openFleet>>, key?: string) {
  const { status, body } = await fleet.claim(0, key);
  expect(status).toBe(200);
  const { grant } = claimResponseSchema.parse(body);
  const orderKey = publicKeyOf((await findSetting(fleet.store.db, 'order-key')) ?? '');
  return grant === null ? null : { ...grant, opened: openOrder(grant.order, orderKey) };
}

test('a due job → an order signed for this node, inside the window, with gentle limits', async () => {
  await using fleet = await openFleet();

  const grant = await grantOf(fleet);

  expect(grant?.opened).toMatchObject({
    jobId: fleet.jobId,
    reservationId: fleet.reservation.id,
    nodeId: fleet.node.id,
    leaseToken: 1,
    window: { opensAt: '2026-11-21T11:30:00.000Z', closesAt: '2026-11-21T12:30:00.000Z' },
    target: { kind: 'host', address: '192.0.2.1', names: ['www.city.kakuu.example'], zones: [] },
    network: 'lab',
    contact: 'http://127.0.0.1:8700',
  });
  expect(grant?.gathered).toEqual([]);
  expect(grant?.ports).toBeNull();
});

test('a job in other hands → nothing', async () => {
  await using fleet = await openFleet();
  await fleet.claim();

  expect(await grantOf(fleet, (await seedNode(fleet.store.db)).key)).toBeNull();
});

test('a lease that ran out → the next node goes on from what is stored', async () => {
  await using fleet = await openFleet();
  await fleet.claim();
  const ports = portsOf(fleet.jobId);
  await fleet.call(`/jobs/${fleet.jobId}/evidence`, { leaseToken: 1, evidence: ports });
  fleet.clock.now = addMs(fleet.clock.now, 30_000);

  const grant = await grantOf(fleet, (await seedNode(fleet.store.db)).key);

  expect(grant?.opened.leaseToken).toBe(2);
  expect(grant?.gathered).toEqual([{ kind: 'ports', endpoint: ports.endpoint }]);
  expect(grant?.ports).toEqual(ports);
});

test.for([
  ['before the window', -31 * 60_000],
  ['after the window', 30 * 60_000],
] as const)('%s → nothing', async ([, ms]) => {
  await using fleet = await openFleet();
  fleet.clock.now = addMs(fleet.clock.now, ms);

  expect(await grantOf(fleet)).toBeNull();
});

test('a stopped reservation → nothing', async () => {
  await using fleet = await openFleet();
  await stopReservation(fleet.store.db, fleet.reservation.id, 'user', fleet.clock.now);

  expect(await grantOf(fleet)).toBeNull();
});

test('a host that is being diagnosed for another reservation → nothing until that one ends', async () => {
  await using fleet = await openFleet();
  await seedJob(fleet.store.db, await seedReservation(fleet.store.db));

  await fleet.claim();

  expect(await grantOf(fleet)).toBeNull();
});

test.for(['draining', 'quarantined'] as const)('a node that is %s → nothing', async (state) => {
  await using fleet = await openFleet();
  await setNodeState(fleet.store.db, fleet.node.id, state);

  expect(await grantOf(fleet)).toBeNull();
});

test('a revoked node → 403', async () => {
  await using fleet = await openFleet();
  await setNodeState(fleet.store.db, fleet.node.id, 'revoked');

  expect(await fleet.claim()).toMatchObject({ status: 403, body: { code: 'node-revoked' } });
});

test.for([1001, -1001])('a clock that is off by %d ms → no work, and the offset is known', async (ms) => {
  await using fleet = await openFleet();
  const clock = addMs(fleet.clock.now, ms);

  const answer = await fleet.call('/claim', { protocol: 1, version: '1', waitMs: 0, clock });

  expect(answer).toMatchObject({ status: 409, body: { code: 'clock-off' } });
  const node = await fleet.store.db.selectFrom('node').selectAll().executeTakeFirstOrThrow();
  expect(node.clockOffsetMs).toBe(ms);
});

test('another version of the protocol → 400', async () => {
  await using fleet = await openFleet();
  const body = { protocol: 99, version: '1', waitMs: 0, clock: fleet.clock.now };

  expect(await fleet.call('/claim', body)).toMatchObject({
    status: 400,
    body: { code: 'unsupported-protocol' },
  });
});

test('work that appears during a long poll → granted at once', async () => {
  await using fleet = await openFleet();
  await fleet.claim();
  const began = performance.now();

  const waiting = fleet.claim(10_000);
  await seedJob(fleet.store.db, fleet.reservation, { host: '192.0.2.2' });

  expect((await waiting).body.grant).not.toBeNull();
  expect(performance.now() - began).toBeLessThan(2000);
});

test('a long poll without work → null after the wait', async () => {
  await using fleet = await openFleet();
  await fleet.claim();

  expect((await fleet.claim(300)).body).toEqual({ grant: null });
});

test('a node that goes away during its long poll → no job is lost to it', async () => {
  await using fleet = await openFleet();
  const first = await seedNode(fleet.store.db);
  await fleet.claim();
  const gone = new AbortController();
  const body = { protocol: 1, version: '1', waitMs: 10_000, clock: fleet.clock.now };
  const waiting = fleet.call('/claim', body, first.key, gone.signal).catch(() => undefined);

  gone.abort();
  await waiting;
  await seedJob(fleet.store.db, fleet.reservation, { host: '192.0.2.2' });

  expect((await fleet.claim(1000)).body.grant).not.toBeNull();
});

test('a job begun three times in vain → granted no more', async () => {
  await using fleet = await openFleet();
  for (let attempt = 0; attempt < 3; attempt++) {
    expect((await fleet.claim()).body.grant).not.toBeNull();
    fleet.clock.now = addMs(fleet.clock.now, 30_000);
  }

  expect(epochMs(fleet.clock.now)).toBeLessThan(epochMs('2026-11-21T12:30:00.000Z'));
  expect(await grantOf(fleet)).toBeNull();
});

test('a node of the version before → an order without the words it does not know', async () => {
  await using fleet = await openFleet();
  const body = { protocol: 1, version: '0.1.0', waitMs: 0, clock: fleet.clock.now };

  const grant = claimResponseSchema.parse((await fleet.call('/claim', body)).body).grant;

  const order = JSON.parse(grant?.order.payload ?? '{}');
  expect(order).not.toHaveProperty('optIns');
  expect(order.kinds).toContain('tls-hello');
  expect(order.kinds).not.toContain('service-reply');
});

test('what a node says of itself → known of it', async () => {
  await using fleet = await openFleet();
  const body = { protocol: 2, version: '0.2.0', waitMs: 0, clock: fleet.clock.now, slots: 3, site: '石狩' };

  await fleet.call('/claim', body);

  expect(await findNode(fleet.store.db, fleet.node.id)).toMatchObject({
    slots: 3,
    site: '石狩',
    version: '0.2.0',
  });
});

/** Hosts in the order in which they are granted, by nodes that never finish. */
async function grantedHosts(fleet: Awaited<ReturnType<typeof openFleet>>): Promise<readonly string[]> {
  const hosts: string[] = [];
  for (let grant = await grantOf(fleet); grant !== null; grant = await grantOf(fleet)) {
    const { target } = grant.opened;
    hosts.push(target.kind === 'host' ? target.address : target.domain);
  }
  return hosts;
}

test('several due at once → by priority, then each organisation in its turn', async () => {
  await using fleet = await openFleet();
  const { db } = fleet.store;
  const other = await seedReservation(db);
  await seedJob(db, fleet.reservation, { host: '198.51.100.1', turn: 1 });
  await seedJob(db, fleet.reservation, { host: '198.51.101.1', turn: 2 });
  await seedJob(db, other, { host: '203.0.112.1', turn: 0, opensAt: noon });
  await seedJob(db, other, { host: '203.0.111.1', turn: 3, priority: 0 });

  expect(await grantedHosts(fleet)).toEqual([
    '203.0.111.1',
    '192.0.2.1',
    '203.0.112.1',
    '198.51.100.1',
    '198.51.101.1',
  ]);
});

test('many hosts of one neighbourhood → four at once, the others wait', async () => {
  await using fleet = await openFleet();
  for (let number = 2; number <= 8; number++) {
    await seedJob(fleet.store.db, fleet.reservation, { host: `192.0.2.${number}`, turn: number });
  }
  await seedJob(fleet.store.db, fleet.reservation, { host: '198.51.100.1', turn: 9 });

  expect(await grantedHosts(fleet)).toEqual([
    '192.0.2.1',
    '192.0.2.2',
    '192.0.2.3',
    '192.0.2.4',
    '198.51.100.1',
  ]);
});

test('a node that fell silent three times, over different hosts → quarantine, on record', async () => {
  await using fleet = await openFleet();
  const { db } = fleet.store;
  const rescuer = await seedNode(db);
  await db.deleteFrom('job').execute();
  const states: (string | undefined)[] = [];
  for (const host of ['198.51.100.1', '198.51.101.1', '198.51.102.1']) {
    await seedJob(db, fleet.reservation, { host });
    await fleet.claim();
    fleet.clock.now = addMs(fleet.clock.now, 3 * 60_000);
    await fleet.claim(0, rescuer.key);
    await db.updateTable('job').set({ state: 'done' }).execute();
    states.push((await findNode(db, fleet.node.id))?.state);
  }

  expect(states).toEqual(['active', 'active', 'quarantined']);
  const audit = await db.selectFrom('audit').select(['action', 'subject']).execute();
  expect(audit).toEqual([{ action: 'node-quarantined', subject: fleet.node.id }]);
});

test.for([
  ['rests now', 0, null],
  ['rests in nine minutes', 9, null],
  ['rests in twenty minutes', 20, addMs(noon, 20 * 60_000)],
] as const)('a node whose site %s → work that ends before', async ([, minutes, closesAt]) => {
  await using fleet = await openFleet();
  await touchNode(fleet.store.db, fleet.node.id, { lastSeenAt: noon, site: '石狩' });
  await insertBlackout(fleet.store.db, {
    id: 'b',
    organisationId: null,
    address: null,
    site: '石狩',
    opensAt: addMs(noon, minutes * 60_000),
    closesAt: addMs(noon, 60 * 60_000),
    reason: '',
  });
  const body = { protocol: 2, version: '1', waitMs: 0, clock: fleet.clock.now, site: '石狩' };

  const { grant } = claimResponseSchema.parse((await fleet.call('/claim', body)).body);

  const order = grant === null ? null : JSON.parse(grant.order.payload);
  expect(order?.window.closesAt ?? null).toBe(closesAt);
});
