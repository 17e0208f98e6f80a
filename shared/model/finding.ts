import type { FindingId, OrganisationId, ReportId } from './id.ts';
import type { Instant } from './instant.ts';
import type { Severity } from './severity.ts';
import type { Confidence } from './verdict.ts';

/** new → open → fixed | reopened (within 90 days, else new); accepted (with an end date); disputed. */
export type FindingState = 'new' | 'open' | 'fixed' | 'reopened' | 'accepted' | 'disputed';

/** A finding through time. Its key is organisation + host + check + place. */
export interface TrackedFinding {
  readonly id: FindingId;
  readonly organisationId: OrganisationId;
  readonly key: string;
  readonly check: string;
  /** Where the check ran: only its answer about the same endpoint can close the finding. */
  readonly host: string;
  readonly name: string | null;
  readonly port: number | null;
  readonly transport: 'tcp' | 'udp';
  readonly place: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly state: FindingState;
  readonly firstSeenAt: Instant;
  readonly lastSeenAt: Instant;
  readonly fixedAt: Instant | null;
  readonly acceptedUntil: Instant | null;
  readonly lastReportId: ReportId;
}
