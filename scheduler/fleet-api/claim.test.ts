import { setNodeState } from '@enkaku/shared/db/node.ts';
import { stopReservation } from '@enkaku/shared/db/reservation.ts';
import { seedJob, seedNode, seedReservation } from '@enkaku/shared/db/seed.fixture.ts';
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
