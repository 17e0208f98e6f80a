import { existsSync } from 'node:fs';
import path from 'node:path';
import { insertMail } from '@enkaku/shared/db/outbox.ts';
import { hourAround, noon, seedJob, seedReservation } from '@enkaku/shared/db/seed.fixture.ts';
import type { JobTable } from '@enkaku/shared/db/tables/job.ts';
import type { ReservationTable } from '@enkaku/shared/db/tables/reservation.ts';
import { addMs, type Instant } from '@enkaku/shared/model/instant.ts';
import { expect, test } from 'vitest';
import { dueWorkers, workerNames } from './due.ts';
import { openWork } from './work.fixture.ts';

type Change<T> = Partial<T>;
type Case = readonly [sentence: string, now: Instant, Change<ReservationTable>, Change<JobTable>, string[]];

const cases: readonly Case[] = [
  ['nothing has opened', addMs(hourAround.opensAt, -1), { state: 'confirmed' }, {}, ['send-reminders']],
  ['a window has opened', hourAround.opensAt, { state: 'confirmed' }, {}, ['plan-due']],
  ['work waits', hourAround.opensAt, {}, {}, []],
  ['work waits for five minutes', addMs(hourAround.opensAt, 300_000), {}, {}, ['report-late']],
  ['a lease holds', noon, {}, { state: 'leased', startedAt: noon, leaseExpiresAt: addMs(noon, 1) }, []],
  [
    'a third lease ran out',
    noon,
    {},
    { state: 'leased', startedAt: noon, leaseExpiresAt: noon, attempts: 3 },
    ['expire-leases'],
  ],
  ['the window is over', hourAround.closesAt, { failure: '' }, {}, ['close-windows']],
  ['a person stopped it', noon, { state: 'stopped', stoppedAt: noon }, {}, ['close-windows']],
  ['all jobs have ended', noon, {}, { state: 'done', startedAt: noon }, ['settle-reservations']],
  ['it waits for its report', noon, { state: 'judging' }, { state: 'done' }, ['judge']],
  ['it was reported', noon, { state: 'reported' }, { state: 'done' }, []],
  ['it was cancelled', noon, { state: 'cancelled' }, { state: 'missed' }, []],
];

for (const [sentence, now, reservation, job, due] of cases) {
  test(`${sentence} → ${due.join(', ') || 'nobody is started'}`, async () => {
    await using work = await openWork();
    await seedJob(work.store.db, await seedReservation(work.store.db, reservation), job);

    expect(await dueWorkers(work.store.db, now)).toEqual(due);
  });
}

test('a mail waits → deliver-mail, and not before its time', async () => {
  await using work = await openWork();
  await insertMail(
    work.store.db,
    {
      kind: 'invitation',
      dedupeKey: 'x',
      organisationId: null,
      reservationId: null,
      to: { name: '', address: 'a@kakuu.example' },
      locale: 'ja',
      content: { subject: '', text: '', mjml: '', attachments: [] },
      messageIdHost: 'kakuu.example',
    },
    noon,
  );

  expect(await dueWorkers(work.store.db, addMs(noon, -1))).toEqual([]);
  expect(await dueWorkers(work.store.db, noon)).toEqual(['deliver-mail']);
});

test('every worker is a file of its name', () => {
  const missing = workerNames.filter((name) => !existsSync(path.join(import.meta.dirname, `${name}.ts`)));

  expect(missing).toEqual([]);
});
