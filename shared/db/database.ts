import type { AssetTable, ProofTable } from './tables/asset.ts';
import type { AuditTable } from './tables/audit.ts';
import type {
  AuthAccountTable,
  AuthSessionTable,
  AuthTwoFactorTable,
  AuthUserTable,
  AuthVerificationTable,
} from './tables/auth.ts';
import type { ConsentTable } from './tables/consent.ts';
import type { ContactTable } from './tables/contact.ts';
import type { EvidenceTable } from './tables/evidence.ts';
import type { FindingEventTable, FindingTable } from './tables/finding.ts';
import type { JobTable } from './tables/job.ts';
import type { FeedFileTable, FeedTable } from './tables/knowledge.ts';
import type { InvitationTable, MembershipTable } from './tables/membership.ts';
import type { JoinTokenTable, NodeTable } from './tables/node.ts';
import type { OrganisationTable } from './tables/organisation.ts';
import type { OutboxTable } from './tables/outbox.ts';
import type { ReportFileTable, ReportTable } from './tables/report.ts';
import type { BlackoutTable, ReservationAssetTable, ReservationTable } from './tables/reservation.ts';
import type { SettingTable } from './tables/setting.ts';
import type { StopTable } from './tables/stop.ts';

/** All tables, as code sees them: camelCase here, snake_case in the engine. */
export interface Database {
  organisation: OrganisationTable;
  contact: ContactTable;
  authUser: AuthUserTable;
  authSession: AuthSessionTable;
  authAccount: AuthAccountTable;
  authVerification: AuthVerificationTable;
  authTwoFactor: AuthTwoFactorTable;
  membership: MembershipTable;
  invitation: InvitationTable;
  asset: AssetTable;
  proof: ProofTable;
  consent: ConsentTable;
  reservation: ReservationTable;
  reservationAsset: ReservationAssetTable;
  blackout: BlackoutTable;
  node: NodeTable;
  joinToken: JoinTokenTable;
  job: JobTable;
  evidence: EvidenceTable;
  report: ReportTable;
  reportFile: ReportFileTable;
  finding: FindingTable;
  findingEvent: FindingEventTable;
  outbox: OutboxTable;
  audit: AuditTable;
  feed: FeedTable;
  feedFile: FeedFileTable;
  setting: SettingTable;
  stop: StopTable;
}
