import { insertBlackout } from '@enkaku/shared/db/blackout.ts';
import { findJob } from '@enkaku/shared/db/job.ts';
import { stopReservation } from '@enkaku/shared/db/reservation.ts';
import { hourAround, noon, seedNode } from '@enkaku/shared/db/seed.fixture.ts';
import { addMs } from '@enkaku/shared/model/instant.ts';
import { expect, test } from 'vitest';
import { type Fleet, load, openFleet, portsOf } from './fleet.fixture.ts';

async function claimed(): Promise<Fleet> {
  const fleet = await openFleet();
  await fleet.claim();
  return fleet;
}

const messages = {
  heartbeat: (leaseToken: number) => ({ leaseToken, doing: 'ports', done: 0, total: 1, load }),
  evidence: (leaseToken: number, fleet: Fleet) => ({ leaseToken, evidence: portsOf(fleet.jobId) }),
  finish: (leaseToken: number) => ({ leaseToken, outcome: 'done', unprobed: [], load }),
};
const routes = Object.keys(messages) as (keyof typeof messages)[];

const rowsOf = async (fleet: Fleet) => await fleet.store.db.selectFrom('evidence').selectAll().execute();
const jobOf = async (fleet: Fleet) => await findJob(fleet.store.db, fleet.jobId);

test('heartbeat → the lease holds on and the progress is told', async () => {
  await using fleet = await claimed();
  fleet.clock.now = addMs(fleet.clock.now, 20_000);

  const answer = await fleet.call(`/jobs/${fleet.jobId}/heartbeat`, {
    leaseToken: 1,
    doing: 'tls-hello\u0000 443',
    done: 3,
    total: 9,
    load,
  });

  expect(answer).toEqual({ status: 200, body: { leaseExpiresAt: addMs(fleet.clock.now, 30_000) } });
  expect(await jobOf(fleet)).toMatchObject({ doing: 'tls-hello  443', doneCount: 3, totalCount: 9 });
});

test.for(routes)('%s with the token of an earlier grant → 409, nothing is written', async (route) => {
  await using fleet = await claimed();
  fleet.clock.now = addMs(fleet.clock.now, 30_000);
  const second = await seedNode(fleet.store.db);
  await fleet.claim(0, second.key);
  const before = await jobOf(fleet);

  const answer = await fleet.call(`/jobs/${fleet.jobId}/${route}`, messages[route](1, fleet));

  expect(answer).toMatchObject({ status: 409, body: { code: 'lease-lost' } });
  expect(await jobOf(fleet)).toEqual(before);
  expect(await rowsOf(fleet)).toEqual([]);
});

test.for(routes)('%s by another node than the one that holds the job → 403', async (route) => {
  await using fleet = await claimed();
  const other = await seedNode(fleet.store.db);

  const answer = await fleet.call(`/jobs/${fleet.jobId}/${route}`, messages[route](1, fleet), other.key);

  expect(answer).toMatchObject({ status: 403, body: { code: 'foreign-job' } });
  expect(await rowsOf(fleet)).toEqual([]);
});

test.for(routes)('%s without a key, or with a wrong one → 401', async (route) => {
  await using fleet = await claimed();
  const path = `/jobs/${fleet.jobId}/${route}`;

  expect(await fleet.call(path, messages[route](1, fleet), null)).toMatchObject({ status: 401 });
  expect(await fleet.call(path, messages[route](1, fleet), 'x'.repeat(43))).toMatchObject({ status: 401 });
});

test.for(routes)('%s of a job that is not there → 404', async (route) => {
  await using fleet = await claimed();

  expect(await fleet.call(`/jobs/job_nothere/${route}`, messages[route](1, fleet))).toMatchObject({
    status: 404,
    body: { code: 'unknown-job' },
  });
});

test.for(routes)('%s whose body is not JSON, or lacks a field → 400', async (route) => {
  await using fleet = await claimed();
  const path = `/jobs/${fleet.jobId}/${route}`;

  expect(await fleet.call(path, '{"leaseToken":')).toMatchObject({ status: 400 });
  expect(await fleet.call(path, {})).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
});

test('evidence sent twice → one row', async () => {
  await using fleet = await claimed();
  const body = { leaseToken: 1, evidence: portsOf(fleet.jobId) };

  const answers = [
    await fleet.call(`/jobs/${fleet.jobId}/evidence`, body),
    await fleet.call(`/jobs/${fleet.jobId}/evidence`, body),
  ];

  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(await rowsOf(fleet)).toHaveLength(1);
});

test('a second look at the same place → the first evidence stays as it was', async () => {
  await using fleet = await claimed();
  const [first, second] = [portsOf(fleet.jobId), portsOf(fleet.jobId)];
  await fleet.call(`/jobs/${fleet.jobId}/evidence`, { leaseToken: 1, evidence: first });

  await fleet.call(`/jobs/${fleet.jobId}/evidence`, { leaseToken: 1, evidence: second });

  expect((await rowsOf(fleet)).map(({ id }) => id)).toEqual([first.id]);
});

test.for([
  ['data that its schema refuses', { data: { tool: 'nmap' } }],
  ['a newer schema than is known', { schema: 99 }],
  ['another job', { jobId: 'job_00000000000000000009' }],
  ['another host', { endpoint: { host: '192.0.2.9', name: null, port: null, transport: 'tcp' } }],
  [
    'a name the order does not hold',
    { endpoint: { host: '192.0.2.1', name: 'evil.example', port: null, transport: 'tcp' } },
  ],
  ['a field too many', { extra: 1 }],
] as const)('evidence with %s → 422, nothing is stored', async ([, change]) => {
  await using fleet = await claimed();
  const evidence = { ...portsOf(fleet.jobId), ...change };

  const answer = await fleet.call(`/jobs/${fleet.jobId}/evidence`, { leaseToken: 1, evidence });

  expect(answer).toMatchObject({ status: 422, body: { code: 'invalid-evidence' } });
  expect(await rowsOf(fleet)).toEqual([]);
});

test('evidence of more than 8 MiB → 413', async () => {
  await using fleet = await claimed();
  const body = { leaseToken: 1, evidence: 'x'.repeat(8 * 1024 * 1024) };

  expect(await fleet.call(`/jobs/${fleet.jobId}/evidence`, body)).toMatchObject({
    status: 413,
    body: { code: 'too-large' },
  });
});

test.for([
  ['done', [], 1, 'done'],
  ['partial', ['window-closed'], 1, 'stopped'],
  ['partial', ['stopped'], 1, 'stopped'],
  ['partial', ['tool-missing'], 1, 'done'],
  ['failed', ['probe-failed'], 1, 'queued'],
  ['failed', ['probe-failed'], 3, 'failed'],
] as const)('finish %s for %j at attempt %d → %s', async ([outcome, reasons, attempts, state]) => {
  await using fleet = await claimed();
  await fleet.store.db.updateTable('job').set({ attempts }).execute();
  const { endpoint } = portsOf(fleet.jobId);
  const unprobed = reasons.map((reason) => ({ kind: 'ports', endpoint, reason, detail: '' }));

  const answer = await fleet.call(`/jobs/${fleet.jobId}/finish`, { leaseToken: 1, outcome, unprobed, load });

  expect(answer).toEqual({ status: 200, body: { state } });
  expect((await jobOf(fleet))?.state).toBe(state);
});

test('anything after finish → 409', async () => {
  await using fleet = await claimed();
  await fleet.call(`/jobs/${fleet.jobId}/finish`, messages.finish(1));

  for (const route of routes) {
    const answer = await fleet.call(`/jobs/${fleet.jobId}/${route}`, messages[route](1, fleet));
    expect(answer).toMatchObject({ status: 409 });
  }
});

const control = (fleet: Fleet, waitMs: number) =>
  fleet.call(`/jobs/${fleet.jobId}/control`, { leaseToken: 1, waitMs });

test('control while nothing is the matter → go on, after the wait', async () => {
  await using fleet = await claimed();

  expect((await control(fleet, 300)).body).toEqual({ order: 'go-on', reason: null });
});

test('a reservation stopped during the long poll → stop, within a second', async () => {
  await using fleet = await claimed();
  const began = performance.now();

  const waiting = control(fleet, 10_000);
  await stopReservation(fleet.store.db, fleet.reservation.id, 'user', fleet.clock.now);

  expect((await waiting).body).toEqual({ order: 'stop', reason: 'stopped' });
  expect(performance.now() - began).toBeLessThan(1000);
});

test('the end of the window during the long poll → stop', async () => {
  await using fleet = await claimed();

  const waiting = control(fleet, 10_000);
  fleet.clock.now = '2026-11-21T12:30:00.000Z';

  expect((await waiting).body).toEqual({ order: 'stop', reason: 'window-closed' });
});

test('a job that was given to another node → stop', async () => {
  await using fleet = await claimed();
  fleet.clock.now = addMs(fleet.clock.now, 30_000);
  await fleet.claim(0, (await seedNode(fleet.store.db)).key);

  expect((await control(fleet, 10_000)).body).toEqual({ order: 'stop', reason: 'lease-lost' });
});

test('the window closed on a part of the work, and another part of it opens later → it goes on there', async () => {
  await using fleet = await openFleet();
  const { db } = fleet.store;
  const { opensAt, closesAt } = hourAround;
  const noonRest = { opensAt: addMs(noon, 5 * 60_000), closesAt: addMs(noon, 15 * 60_000) };
  await insertBlackout(db, {
    id: 'b',
    organisationId: null,
    address: '192.0.2.0/24',
    site: null,
    ...noonRest,
    reason: '',
  });
  await db.updateTable('job').set({ opensAt, closesAt: noonRest.opensAt }).execute();
  await fleet.claim();
  fleet.clock.now = noonRest.opensAt;
  const { endpoint } = portsOf(fleet.jobId);
  const unprobed = [{ kind: 'ports', endpoint, reason: 'window-closed', detail: '' }];

  await fleet.call(`/jobs/${fleet.jobId}/finish`, { leaseToken: 1, outcome: 'partial', unprobed, load });

  expect(await jobOf(fleet)).toMatchObject({
    state: 'queued',
    opensAt: noonRest.closesAt,
    closesAt,
    attempts: 0,
    finishedAt: null,
  });
  expect((await fleet.claim()).body.grant).toBeNull();
  fleet.clock.now = noonRest.closesAt;
  expect((await fleet.claim()).body.grant).not.toBeNull();
});
