import type { Kysely, Selectable } from 'kysely';
import type { OrganisationId, ReportId, ReservationId } from '../model/id.ts';
import type { Database } from './database.ts';
import type { ReportTable } from './tables/report.ts';

type ReportRow = Selectable<ReportTable>;

/** The newest report of a reservation: the one that no other supersedes. */
export async function findReportOfReservation(
  db: Kysely<Database>,
  reservationId: ReservationId,
): Promise<ReportRow | undefined> {
  return await db
    .selectFrom('report')
    .selectAll()
    .where('reservationId', '=', reservationId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The newest first. */
export async function listReports(
  db: Kysely<Database>,
  organisationId: OrganisationId,
): Promise<readonly { readonly id: ReportId }[]> {
  return await db
    .selectFrom('report')
    .select('id')
    .where('organisationId', '=', organisationId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}
