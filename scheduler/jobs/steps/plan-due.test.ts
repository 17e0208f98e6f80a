import { insertBlackout } from '@enkaku/shared/db/blackout.ts';
import { listJobs } from '@enkaku/shared/db/job.ts';
import { decodeJson } from '@enkaku/shared/db/json.ts';
import { findReservation } from '@enkaku/shared/db/reservation.ts';
import {
  hourAround,
  noon,
  seedAsset,
  seedOrganisation,
  seedReservation,
} from '@enkaku/shared/db/seed.fixture.ts';
import { placeStop } from '@enkaku/shared/db/stop.ts';
import type { ReservationTable } from '@enkaku/shared/db/tables/reservation.ts';
import type { AssetId } from '@enkaku/shared/model/id.ts';
import { expect, test } from 'vitest';
import { openWork, type TestWork } from '../work.fixture.ts';
import { planDue } from './plan-due.ts';

type Assets = readonly (readonly [Parameters<typeof seedAsset>[2], Parameters<typeof seedAsset>[3]?])[];

const server: Assets = [[{ kind: 'address', value: '203.0.112.10' }]];

async function booked(work: TestWork, assets: Assets, overrides: Partial<ReservationTable> = {}) {
  const { db } = work.store;
  const organisationId = await seedOrganisation(db);
  const ids: AssetId[] = [];
  for (const [asset, proof] of assets) ids.push(await seedAsset(db, organisationId, asset, proof));
  return await seedReservation(db, { state: 'confirmed', organisationId, ...overrides }, ids);
}

const stateOf = async (work: TestWork, { id }: Awaited<ReturnType<typeof booked>>) =>
  (await findReservation(work.store.db, id))?.state;

test('the window has opened → jobs, running, and the owner knows', async () => {
  await using work = await openWork();
  const reservation = await booked(work, [
    [{ kind: 'name', value: 'www.city.kakuu.example' }, { addresses: ['203.0.112.10'] }],
    [{ kind: 'domain', value: 'city.kakuu.example' }, { addresses: [] }],
  ]);

  await planDue(work, noon);

  expect(await stateOf(work, reservation)).toBe('running');
  const jobs = await listJobs(work.store.db, reservation.id);
  expect(
    jobs.map(({ target, state, opensAt, closesAt }) => ({
      target: decodeJson(target),
      state,
      opensAt,
      closesAt,
    })),
  ).toEqual([
    {
      target: {
        kind: 'host',
        address: '203.0.112.10',
        names: ['www.city.kakuu.example'],
        zones: ['city.kakuu.example'],
      },
      state: 'queued',
      ...hourAround,
    },
    { target: { kind: 'domain', domain: 'city.kakuu.example' }, state: 'queued', ...hourAround },
  ]);
  expect(work.told).toEqual([{ kind: 'started', reservation: reservation.id }]);
});

test('planned twice → the same jobs, told once', async () => {
  await using work = await openWork();
  const reservation = await booked(work, server);

  await planDue(work, noon);
  await planDue(work, noon);

  expect(await listJobs(work.store.db, reservation.id)).toHaveLength(1);
  expect(work.told).toHaveLength(1);
});

test('the window has not opened → nothing', async () => {
  await using work = await openWork();
  const reservation = await booked(work, server);

  await planDue(work, '2026-11-21T11:29:59.999Z');

  expect(await stateOf(work, reservation)).toBe('confirmed');
});

test.for(['cancelled', 'stopped', 'could-not-run'] as const)(
  'a reservation that is %s → nothing',
  async (state) => {
    await using work = await openWork();
    const reservation = await booked(work, server, { state });

    await planDue(work, noon);

    expect(await listJobs(work.store.db, reservation.id)).toEqual([]);
  },
);

test('a proof that expired since the booking → no packet there; the rest is diagnosed and the owner is told', async () => {
  await using work = await openWork();
  const reservation = await booked(work, [
    ...server,
    [{ kind: 'address', value: '203.0.112.11' }, { expiresAt: noon }],
  ]);

  await planDue(work, noon);

  expect((await listJobs(work.store.db, reservation.id)).map(({ host }) => host)).toEqual(['203.0.112.10']);
  expect(await stateOf(work, reservation)).toBe('running');
  expect(work.told).toMatchObject([
    { kind: 'started' },
    {
      kind: 'could-not-run',
      reason: expect.stringContaining('203.0.112.11 の所有確認の有効期限が切れています。'),
    },
  ]);
});

test('nothing may be diagnosed any more → could not run, with the reason and the same hour tomorrow', async () => {
  await using work = await openWork();
  const reservation = await booked(work, [[{ kind: 'address', value: '127.0.0.1' }]]);

  await planDue(work, noon);

  expect(await stateOf(work, reservation)).toBe('could-not-run');
  expect(work.told).toMatchObject([
    {
      kind: 'could-not-run',
      slot: { opensAt: '2026-11-22T11:30:00.000Z', closesAt: '2026-11-22T12:30:00.000Z' },
    },
  ]);
});

test('an asset removed since the booking → no packet there', async () => {
  await using work = await openWork();
  const reservation = await booked(work, server);
  await work.store.db.updateTable('asset').set({ removedAt: noon }).execute();

  await planDue(work, noon);

  expect(await listJobs(work.store.db, reservation.id)).toEqual([]);
  expect(work.told).toMatchObject([{ kind: 'could-not-run' }]);
});

test('a blackout over the first half → the jobs open after it', async () => {
  await using work = await openWork();
  const reservation = await booked(work, server);
  await insertBlackout(work.store.db, {
    id: 'b',
    organisationId: null,
    address: null,
    site: null,
    opensAt: hourAround.opensAt,
    closesAt: noon,
    reason: '',
  });

  await planDue(work, hourAround.opensAt);

  expect(await listJobs(work.store.db, reservation.id)).toMatchObject([
    { opensAt: noon, closesAt: hourAround.closesAt },
  ]);
});

test('the service was down during the whole window → could not run, and the owner is told', async () => {
  await using work = await openWork();
  const reservation = await booked(work, server);

  await planDue(work, hourAround.closesAt);

  expect(await stateOf(work, reservation)).toBe('could-not-run');
  expect(work.told).toMatchObject([
    { kind: 'could-not-run', reason: expect.stringContaining('停止していた') },
  ]);
});

test('one reservation cannot be planned → the others are, and the round says that it failed', async () => {
  await using work = await openWork();
  const broken = await booked(work, server);
  const sound = await booked(work, server);
  const tell: TestWork['tell'] = async (_trx, _message, { id }) => {
    if (id === broken.id) throw new Error('no mail can be made');
  };

  await expect(planDue({ ...work, tell }, noon)).rejects.toThrow('no mail can be made');

  expect([await stateOf(work, broken), await stateOf(work, sound)]).toEqual(['confirmed', 'running']);
});

test('an emergency stop is in force → nothing begins, and the owner is told why', async () => {
  await using work = await openWork();
  const reservation = await booked(work, server);
  await placeStop(work.store.db, { scope: 'everything' }, { reason: '', by: 'user', at: noon });

  await planDue(work, noon);

  expect(await stateOf(work, reservation)).toBe('could-not-run');
  expect(await listJobs(work.store.db, reservation.id)).toEqual([]);
  expect(work.told).toMatchObject([
    { kind: 'could-not-run', reason: expect.stringContaining('緊急停止の指示') },
  ]);
});
