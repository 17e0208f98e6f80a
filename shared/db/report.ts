import type { Insertable, Kysely, Selectable } from 'kysely';
import type { OrganisationId, ReportId, ReservationId } from '../model/id.ts';
import type { Database } from './database.ts';
import type { ReportFileTable, ReportTable } from './tables/report.ts';

export type ReportRow = Selectable<ReportTable>;
/** A report without its content, for lists. */
export type ReportHead = Omit<ReportRow, 'content'>;
export type ReportFileRow = Selectable<ReportFileTable>;

const head = [
  'id',
  'reservationId',
  'organisationId',
  'supersedes',
  'grade',
  'catalogue',
  'evaluatedAt',
  'createdAt',
] as const satisfies readonly (keyof ReportHead)[];

export async function insertReport(db: Kysely<Database>, row: Insertable<ReportTable>): Promise<void> {
  await db.insertInto('report').values(row).execute();
}

export async function insertReportFile(
  db: Kysely<Database>,
  row: Insertable<ReportFileTable>,
): Promise<void> {
  await db.insertInto('reportFile').values(row).execute();
}

export async function findReport(db: Kysely<Database>, id: ReportId): Promise<ReportRow | undefined> {
  return await db.selectFrom('report').selectAll().where('id', '=', id).executeTakeFirst();
}

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
  limit = 100,
): Promise<readonly ReportHead[]> {
  return await db
    .selectFrom('report')
    .select(head)
    .where('organisationId', '=', organisationId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** The names of a report's files and what they are, without their bytes. */
export async function listReportFiles(
  db: Kysely<Database>,
  reportId: ReportId,
): Promise<readonly Omit<ReportFileRow, 'bytes'>[]> {
  return await db
    .selectFrom('reportFile')
    .select(['reportId', 'name', 'mediaType', 'sha256'])
    .where('reportId', '=', reportId)
    .orderBy('name')
    .execute();
}

export async function findReportFile(
  db: Kysely<Database>,
  reportId: ReportId,
  name: string,
): Promise<ReportFileRow | undefined> {
  return await db
    .selectFrom('reportFile')
    .selectAll()
    .where('reportId', '=', reportId)
    .where('name', '=', name)
    .executeTakeFirst();
}
