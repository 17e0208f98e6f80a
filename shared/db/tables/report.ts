import type { Grade } from '../../model/grade.ts';
import type { OrganisationId, ReportId, ReservationId } from '../../model/id.ts';
import type { Instant } from '../../model/instant.ts';
import type { JsonText } from '../json.ts';

/** 診断結果報告書: as it was sent; a re-evaluation makes a new one that supersedes it. */
export interface ReportTable {
  id: ReportId;
  reservationId: ReservationId;
  organisationId: OrganisationId;
  supersedes: ReportId | null;
  grade: Grade;
  catalogue: string;
  evaluatedAt: Instant;
  createdAt: Instant;
  /** `enkaku-report/1`; read it through its schema. */
  content: JsonText<unknown>;
}

/** The rendered forms: report.pdf, findings.xlsx … */
export interface ReportFileTable {
  reportId: ReportId;
  name: string;
  mediaType: string;
  sha256: string;
  bytes: Uint8Array;
}
