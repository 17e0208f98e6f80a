import type { Database } from '@enkaku/shared/db/database.ts';
import type { ReservationId } from '@enkaku/shared/model/id.ts';
import type { Kysely } from 'kysely';
import type { ListedReservation } from './list-page.ts';

/** The newest report of each of these reservations. */
export async function newestReports(
  db: Kysely<Database>,
  ids: readonly ReservationId[],
): Promise<ReadonlyMap<ReservationId, NonNullable<ListedReservation['report']>>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('report')
    .select(['id', 'grade', 'reservationId'])
    .where('reservationId', 'in', ids)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  return new Map(rows.map(({ reservationId, id, grade }) => [reservationId, { id, grade }]));
}
