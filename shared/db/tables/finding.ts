import type { FindingState } from '../../model/finding.ts';
import type { FindingId, OrganisationId, ReportId } from '../../model/id.ts';
import type { Instant } from '../../model/instant.ts';
import type { Severity } from '../../model/severity.ts';
import type { Confidence } from '../../model/verdict.ts';

/** 検出事項 through time. */
export interface FindingTable {
  id: FindingId;
  organisationId: OrganisationId;
  /** host, check and place. */
  key: string;
  checkId: string;
  /** Where the check ran: only its answer about the same endpoint can close the finding. */
  host: string;
  name: string | null;
  port: number | null;
  transport: 'tcp' | 'udp';
  place: string;
  severity: Severity;
  confidence: Confidence;
  state: FindingState;
  firstSeenAt: Instant;
  lastSeenAt: Instant;
  fixedAt: Instant | null;
  acceptedUntil: Instant | null;
  lastReportId: ReportId;
}

export interface FindingEventTable {
  id: string;
  findingId: FindingId;
  reportId: ReportId | null;
  state: FindingState;
  at: Instant;
  by: string;
  note: string;
}
