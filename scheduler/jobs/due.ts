import type { Database } from '@enkaku/shared/db/database.ts';
import { listExhaustedJobs } from '@enkaku/shared/db/job.ts';
import { listOpenedReservations } from '@enkaku/shared/db/reservation.ts';
import type { Instant } from '@enkaku/shared/model/instant.ts';
import type { Kysely } from 'kysely';
import { listOverdue } from './steps/close-windows.ts';
import { listLate } from './steps/report-late.ts';
import { listUnreminded } from './steps/send-reminders.ts';
import { listFinished } from './steps/settle-reservations.ts';

/** What waits for each worker; its name is its file's. */
const waiting = {
  'plan-due': (db, now) => listOpenedReservations(db, 'confirmed', now),
  'expire-leases': listExhaustedJobs,
  'close-windows': listOverdue,
  'settle-reservations': listFinished,
  'report-late': listLate,
  'send-reminders': listUnreminded,
  judge: (db, now) => listOpenedReservations(db, 'judging', now),
  'deliver-mail': (db, now) =>
    db
      .selectFrom('outbox')
      .select('id')
      .where('state', 'in', ['queued', 'sending'])
      .where('nextAttemptAt', '<=', now)
      .limit(1)
      .execute(),
} satisfies Record<string, (db: Kysely<Database>, now: Instant) => Promise<readonly unknown[]>>;

export type WorkerName = keyof typeof waiting;
export const workerNames = Object.keys(waiting) as readonly WorkerName[];

/** The workers that have something to do: a few indexed queries, cheap enough for every second. */
export async function dueWorkers(db: Kysely<Database>, now: Instant): Promise<readonly WorkerName[]> {
  const due: WorkerName[] = [];
  for (const name of workerNames) if ((await waiting[name](db, now)).length > 0) due.push(name);
  return due;
}
