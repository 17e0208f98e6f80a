import { findReservation } from '@enkaku/shared/db/reservation.ts';
import { noon, seedJob, seedReservation } from '@enkaku/shared/db/seed.fixture.ts';
import { liftStop, listStops, placeStop, type StopScope } from '@enkaku/shared/db/stop.ts';
import { addMs } from '@enkaku/shared/model/instant.ts';
import { expect, test } from 'vitest';
import { type Fleet, openFleet } from './fleet.fixture.ts';

const why = { reason: '応答が遅いとの連絡', by: 'user', at: noon };
const scopes = {
  everything: () => ({ scope: 'everything' }),
  organisation: (fleet) => ({
    scope: 'organisation',
    organisationId: fleet.reservation.organisationId,
  }),
  host: () => ({ scope: 'host', host: '192.0.2.1' }),
} satisfies Record<string, (fleet: Fleet) => StopScope>;
const names = Object.keys(scopes) as (keyof typeof scopes)[];

const control = async (fleet: Fleet) =>
  (await fleet.call(`/jobs/${fleet.jobId}/control`, { leaseToken: 1, waitMs: 0 })).body;

test.for(names)('a stop of %s → the node at work is told, and nothing is granted', async (name) => {
  await using fleet = await openFleet();
  await fleet.claim();
  expect(await control(fleet)).toEqual({ order: 'go-on', reason: null });

  await placeStop(fleet.store.db, scopes[name](fleet), why);

  expect(await control(fleet)).toEqual({ order: 'stop', reason: 'stopped' });
  fleet.clock.now = addMs(fleet.clock.now, 30_000);
  expect((await fleet.claim()).body).toEqual({ grant: null });
});

test.for([
  ['another organisation', { scope: 'organisation', organisationId: 'org_other' }],
  ['another host', { scope: 'host', host: '192.0.2.9' }],
] as const)('a stop of %s → the work goes on', async ([, scope]) => {
  await using fleet = await openFleet();
  await fleet.claim();

  await placeStop(fleet.store.db, scope, why);

  expect(await control(fleet)).toEqual({ order: 'go-on', reason: null });
});

test('a stop of everything, lifted → what it ended stays ended; what is booked anew runs', async () => {
  await using fleet = await openFleet();
  const { db } = fleet.store;
  const id = await placeStop(db, scopes.everything(), why);

  expect(await liftStop(db, id, { by: 'user', at: noon })).toBe(true);
  expect(await liftStop(db, id, { by: 'user', at: noon })).toBe(false);

  expect((await findReservation(db, fleet.reservation.id))?.state).toBe('stopped');
  expect((await fleet.claim()).body).toEqual({ grant: null });
  await seedJob(db, await seedReservation(db), { host: '192.0.2.2' });
  expect((await fleet.claim()).body.grant).not.toBeNull();
});

test('a stop of one host → the reservation goes on with its other hosts', async () => {
  await using fleet = await openFleet();
  await seedJob(fleet.store.db, fleet.reservation, { host: '192.0.2.2' });

  await placeStop(fleet.store.db, scopes.host(), why);

  expect((await findReservation(fleet.store.db, fleet.reservation.id))?.state).toBe('running');
  expect((await fleet.claim()).body.grant).not.toBeNull();
  expect((await fleet.claim()).body.grant).toBeNull();
});

test('stops in force → listed with their reason', async () => {
  await using fleet = await openFleet();
  await placeStop(fleet.store.db, scopes.host(), why);

  expect(await listStops(fleet.store.db)).toMatchObject([
    { scope: 'host', subject: '192.0.2.1', reason: why.reason },
  ]);
});
