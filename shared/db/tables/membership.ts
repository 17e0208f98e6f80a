import type { OrganisationId } from '../../model/id.ts';
import type { Instant } from '../../model/instant.ts';

/** `booker` may also read, `approver` may also book; `centre` and `operator` belong to the centre's organisation. */
export type Role = 'reader' | 'booker' | 'approver' | 'centre' | 'operator';

/** What a user may do, and where. */
export interface MembershipTable {
  userId: string;
  organisationId: OrganisationId;
  role: Role;
  createdAt: Instant;
}

/** A one-time link that makes an account. Only the hash of its token is kept. */
export interface InvitationTable {
  tokenHash: string;
  organisationId: OrganisationId;
  role: Role;
  /** null for the first administrator, who types it. */
  email: string | null;
  createdAt: Instant;
  expiresAt: Instant;
  usedAt: Instant | null;
}
