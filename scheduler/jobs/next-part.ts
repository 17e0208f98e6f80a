import { listBlackouts } from '@enkaku/shared/db/blackout.ts';
import type { Database } from '@enkaku/shared/db/database.ts';
import type { JobRow } from '@enkaku/shared/db/job.ts';
import { findReservation } from '@enkaku/shared/db/reservation.ts';
import type { Instant } from '@enkaku/shared/model/instant.ts';
import type { Window } from '@enkaku/shared/model/window.ts';
import type { Kysely } from 'kysely';
import { partsFor } from '../plan/plan-jobs.ts';

/** Where what is left of a job may go on: the next part of its reservation's window that nothing closes. */
export async function nextPart(
  db: Kysely<Database>,
  job: Pick<JobRow, 'reservationId' | 'host' | 'closesAt'>,
  now: Instant,
): Promise<Window | undefined> {
  const reservation = await findReservation(db, job.reservationId);
  if (reservation?.state !== 'running') return undefined;
  const { organisationId, opensAt, closesAt } = reservation;
  const window = { opensAt, closesAt };
  const blackouts = await listBlackouts(db, organisationId, window);
  return partsFor(job.host, { window, blackouts, now }).find((part) => part.opensAt >= job.closesAt);
}
