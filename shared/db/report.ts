import type { Insertable, Kysely, Selectable } from 'kysely';
import type { ReportId } from '../model/id.ts';
import type { Database } from './database.ts';
import type { ReportFileTable, ReportTable } from './tables/report.ts';

export type ReportFileRow = Selectable<ReportFileTable>;

export async function insertReport(db: Kysely<Database>, row: Insertable<ReportTable>): Promise<void> {
  await db.insertInto('report').values(row).execute();
}

export async function insertReportFile(
  db: Kysely<Database>,
  row: Insertable<ReportFileTable>,
): Promise<void> {
  await db.insertInto('reportFile').values(row).execute();
}

/** The names of a report's files and what they are, `size` in bytes, without the bytes themselves. */
export async function listReportFiles(
  db: Kysely<Database>,
  reportId: ReportId,
): Promise<readonly (Omit<ReportFileRow, 'bytes'> & { readonly size: number })[]> {
  return await db
    .selectFrom('reportFile')
    .select((eb) => [
      'reportId',
      'name',
      'mediaType',
      'sha256',
      eb.fn<number>('length', ['bytes']).as('size'),
    ])
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
