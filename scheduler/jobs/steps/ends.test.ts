import { insertBlackout } from '@enkaku/shared/db/blackout.ts';
import { insertEvidence } from '@enkaku/shared/db/evidence.ts';
import { claimJob, findJob } from '@enkaku/shared/db/job.ts';
import { decodeJson } from '@enkaku/shared/db/json.ts';
import { findReservation, stopReservation } from '@enkaku/shared/db/reservation.ts';
import { hourAround, noon, seedJob, seedNode, seedReservation } from '@enkaku/shared/db/seed.fixture.ts';
import { placeStop } from '@enkaku/shared/db/stop.ts';
import { buildPorts } from '@enkaku/shared/evidence/ports/build.fixture.ts';
import type { JobId } from '@enkaku/shared/model/id.ts';
import { addMs, type Instant } from '@enkaku/shared/model/instant.ts';
import { newId } from '@enkaku/shared/protocol/new-id.ts';
import { expect, test } from 'vitest';
import { openWork, type TestWork } from '../work.fixture.ts';
import { closeWindows } from './close-windows.ts';
import { expireLeases } from './expire-leases.ts';
import { reportLate } from './report-late.ts';
import { settleReservations } from './settle-reservations.ts';

async function running(work: TestWork) {
  const reservation = await seedReservation(work.store.db);
  return { reservation, jobId: await seedJob(work.store.db, reservation) };
}

async function lease(work: TestWork, now: Instant): Promise<void> {
  const { id: nodeId } = await seedNode(work.store.db);
  await claimJob(work.store.db, work.store.engine, { nodeId, now, leaseExpiresAt: addMs(now, 30_000) });
}

const see = async (work: TestWork, jobId: JobId) =>
  await insertEvidence(work.store.db, { ...buildPorts(), id: newId('evd'), jobId });
const jobOf = async (work: TestWork, jobId: JobId) => {
  const job = await findJob(work.store.db, jobId);
  return { state: job?.state, unprobed: job === undefined ? [] : decodeJson(job.unprobed) };
};

test('the window closes on a job that nobody took → missed, and every kind is 未診断', async () => {
  await using work = await openWork();
  const { jobId } = await running(work);

  await closeWindows(work, hourAround.closesAt);

  const { state, unprobed } = await jobOf(work, jobId);
  expect(state).toBe('missed');
  expect(new Set(unprobed.map(({ reason }) => reason))).toEqual(new Set(['window-closed']));
  expect(unprobed.map(({ kind }) => kind)).toContain('ports');
});

test('the window closes on a node that is alive → left to it to bring home what it saw', async () => {
  await using work = await openWork();
  const { jobId } = await running(work);
  await lease(work, addMs(hourAround.closesAt, -1000));

  await closeWindows(work, hourAround.closesAt);

  expect((await jobOf(work, jobId)).state).toBe('leased');
});

test('the window closed and the node fell silent → cut short; what it had seen is not called unseen', async () => {
  await using work = await openWork();
  const { jobId } = await running(work);
  await lease(work, addMs(hourAround.closesAt, -1000));
  await see(work, jobId);

  await closeWindows(work, addMs(hourAround.closesAt, 30_000));

  const { state, unprobed } = await jobOf(work, jobId);
  expect(state).toBe('stopped');
  expect(unprobed.map(({ kind }) => kind)).not.toContain('ports');
  expect(unprobed.map(({ kind }) => kind)).toContain('tls-hello');
});

test('a node that stays for more than two minutes after the window → cut short', async () => {
  await using work = await openWork();
  const { jobId } = await running(work);
  await lease(work, addMs(hourAround.closesAt, -1000));
  const later = addMs(hourAround.closesAt, 2 * 60_000);
  await work.store.db
    .updateTable('job')
    .set({ leaseExpiresAt: addMs(later, 30_000) })
    .execute();

  await closeWindows(work, later);

  expect((await jobOf(work, jobId)).state).toBe('stopped');
});

test('a part of the window closes on a job that nobody took, and another opens later → it waits for that', async () => {
  await using work = await openWork();
  const { db } = work.store;
  const { jobId } = await running(work);
  const rest = { opensAt: noon, closesAt: addMs(noon, 10 * 60_000) };
  await insertBlackout(db, { id: 'b', organisationId: null, address: null, site: null, ...rest, reason: '' });
  await db.updateTable('job').set({ closesAt: noon }).execute();

  await closeWindows(work, noon);

  expect(await findJob(db, jobId)).toMatchObject({
    state: 'queued',
    opensAt: rest.closesAt,
    closesAt: hourAround.closesAt,
  });
});

test('a stop of the host while its job waits → stopped, not missed', async () => {
  await using work = await openWork();
  const { jobId } = await running(work);
  await placeStop(work.store.db, { scope: 'host', host: '192.0.2.1' }, { reason: '', by: 'user', at: noon });

  await closeWindows(work, noon);

  const { state, unprobed } = await jobOf(work, jobId);
  expect(state).toBe('stopped');
  expect(unprobed[0]?.reason).toBe('stopped');
});

test('the window is open → nothing is closed', async () => {
  await using work = await openWork();
  const { jobId } = await running(work);

  await closeWindows(work, addMs(hourAround.closesAt, -1));

  expect((await jobOf(work, jobId)).state).toBe('queued');
});

test('a person stopped the reservation → what waited ends at once', async () => {
  await using work = await openWork();
  const { reservation, jobId } = await running(work);
  await stopReservation(work.store.db, reservation.id, 'user', noon);

  await closeWindows(work, noon);

  const { state, unprobed } = await jobOf(work, jobId);
  expect([state, unprobed[0]?.reason]).toEqual(['stopped', 'stopped']);
});

test('three attempts ran out → failed; two → granted again', async () => {
  await using work = await openWork();
  const { jobId } = await running(work);
  let now = noon;
  for (let attempt = 1; attempt <= 3; attempt++) {
    await expireLeases(work, now);
    expect((await jobOf(work, jobId)).state).not.toBe('failed');
    await lease(work, now);
    now = addMs(now, 30_000);
  }

  await expireLeases(work, now);

  expect((await jobOf(work, jobId)).state).toBe('failed');
});

test('all jobs ended and something was seen → judging', async () => {
  await using work = await openWork();
  const { reservation, jobId } = await running(work);
  await see(work, jobId);
  await work.store.db.updateTable('job').set({ state: 'done' }).execute();

  await settleReservations(work, noon);

  expect((await findReservation(work.store.db, reservation.id))?.state).toBe('judging');
  expect(work.told).toEqual([]);
});

test.for(['queued', 'leased'] as const)('one job is %s → still running', async (state) => {
  await using work = await openWork();
  const { reservation, jobId } = await running(work);
  await see(work, jobId);
  await work.store.db.updateTable('job').set({ state: 'done' }).execute();
  await seedJob(work.store.db, reservation, { host: '192.0.2.2', state });

  await settleReservations(work, noon);

  expect((await findReservation(work.store.db, reservation.id))?.state).toBe('running');
});

test('the window passed and nobody came → could not run, told once, with a slot', async () => {
  await using work = await openWork();
  const { reservation } = await running(work);
  await closeWindows(work, hourAround.closesAt);

  await settleReservations(work, hourAround.closesAt);
  await settleReservations(work, hourAround.closesAt);

  expect(await findReservation(work.store.db, reservation.id)).toMatchObject({
    state: 'could-not-run',
    failure: '診断枠が終わるまでに、診断を始められる診断装置がありませんでした。',
  });
  expect(work.told).toMatchObject([{ kind: 'could-not-run', slot: { opensAt: '2026-11-22T11:30:00.000Z' } }]);
});

test('five minutes late and no node → the owner is told while the window is still open', async () => {
  await using work = await openWork();
  const { reservation } = await running(work);

  await reportLate(work, addMs(hourAround.opensAt, 5 * 60_000));
  await reportLate(work, addMs(hourAround.opensAt, 6 * 60_000));

  expect(work.told).toMatchObject([
    { kind: 'could-not-run', reason: expect.stringContaining('動いている診断装置がない') },
  ]);
  expect((await findReservation(work.store.db, reservation.id))?.state).toBe('running');
});

test('five minutes late while nodes are alive → they are busy', async () => {
  await using work = await openWork();
  await running(work);
  const now = addMs(hourAround.opensAt, 5 * 60_000);
  await seedNode(work.store.db, { lastSeenAt: now });

  await reportLate(work, now);

  expect(work.told).toMatchObject([{ reason: expect.stringContaining('使用中') }]);
});

test.for([
  ['less than five minutes late', 5 * 60_000 - 1, {}],
  ['booked only now, for a window that is open', 10 * 60_000, { createdAt: '2026-11-21T11:39:00.000Z' }],
] as const)('%s → nobody is alarmed', async ([, ms, overrides]) => {
  await using work = await openWork();
  await seedJob(work.store.db, await seedReservation(work.store.db, overrides));

  await reportLate(work, addMs(hourAround.opensAt, ms));

  expect(work.told).toEqual([]);
});

test('the work has begun → not late', async () => {
  await using work = await openWork();
  await running(work);
  await lease(work, hourAround.opensAt);

  await reportLate(work, noon);

  expect(work.told).toEqual([]);
});

test('a job that waits for the end of a blackout → not late', async () => {
  await using work = await openWork();
  await seedJob(work.store.db, await seedReservation(work.store.db), { opensAt: noon });

  await reportLate(work, noon);

  expect(work.told).toEqual([]);
});
