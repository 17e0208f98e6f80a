import { hourAround, seedReservation } from '@enkaku/shared/db/seed.fixture.ts';
import type { ReservationTable } from '@enkaku/shared/db/tables/reservation.ts';
import { addMs, type Instant } from '@enkaku/shared/model/instant.ts';
import { expect, test } from 'vitest';
import { openWork } from '../work.fixture.ts';
import { sendReminders } from './send-reminders.ts';

const dayBefore = addMs(hourAround.opensAt, -24 * 3_600_000);

async function toldAt(now: Instant, overrides: Partial<ReservationTable> = {}) {
  await using work = await openWork();
  await seedReservation(work.store.db, { state: 'confirmed', ...overrides });
  await sendReminders(work, now);
  return work.told.map(({ kind }) => kind);
}

test('a day before the window → a reminder', async () => {
  expect(await toldAt(dayBefore)).toEqual(['reminder']);
});

test.for([
  ['more than a day before', addMs(dayBefore, -1), {}],
  ['the window has opened', hourAround.opensAt, {}],
  ['it was booked within the last day', addMs(dayBefore, 60_000), { createdAt: dayBefore }],
  ['it was cancelled', dayBefore, { state: 'cancelled' }],
] as const)('%s → none', async ([, now, overrides]) => {
  expect(await toldAt(now, overrides)).toEqual([]);
});
