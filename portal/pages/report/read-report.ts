import type { Database } from '@enkaku/shared/db/database.ts';
import { listReportFiles } from '@enkaku/shared/db/report.ts';
import type { ReportId } from '@enkaku/shared/model/id.ts';
import type { Instant } from '@enkaku/shared/model/instant.ts';
import type { Window } from '@enkaku/shared/model/window.ts';
import { type Report, reportSchema } from '@enkaku/shared/report/schema.ts';
import type { Kysely } from 'kysely';

export interface StoredReport {
  readonly id: ReportId;
  readonly report: Report;
  readonly createdAt: Instant;
  readonly organisationName: string;
  readonly reservationId: string;
  readonly window: Window;
  /** A newer report on the same diagnosis, after a re-evaluation. */
  readonly supersededBy: ReportId | undefined;
  readonly files: readonly { readonly name: string; readonly mediaType: string; readonly size: number }[];
}

/** A report as it was sent, through its schema. @throws z.ZodError when what is stored is none */
export async function readReport(db: Kysely<Database>, id: ReportId): Promise<StoredReport | undefined> {
  const row = await db
    .selectFrom('report')
    .innerJoin('reservation', 'reservation.id', 'report.reservationId')
    .innerJoin('organisation', 'organisation.id', 'report.organisationId')
    .select(['report.id', 'report.content', 'report.createdAt', 'report.reservationId'])
    .select(['reservation.opensAt', 'reservation.closesAt', 'organisation.name'])
    .where('report.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const newer = await db.selectFrom('report').select('id').where('supersedes', '=', id).executeTakeFirst();
  return {
    id,
    report: reportSchema.parse(JSON.parse(row.content)),
    createdAt: row.createdAt,
    organisationName: row.name,
    reservationId: row.reservationId,
    window: { opensAt: row.opensAt, closesAt: row.closesAt },
    supersededBy: newer?.id,
    files: await listReportFiles(db, id),
  };
}
