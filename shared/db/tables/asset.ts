import type { AssetId, OrganisationId, ProofId } from '../../model/id.ts';
import type { Instant } from '../../model/instant.ts';
import type { JsonText } from '../json.ts';

/** 診断対象. `value` is canonical: an address (RFC 5952), a CIDR, an A-label name, a domain. */
export interface AssetTable {
  id: AssetId;
  organisationId: OrganisationId;
  kind: 'address' | 'range' | 'name' | 'domain';
  value: string;
  label: string;
  createdAt: Instant;
  removedAt: Instant | null;
}

/** 所有確認. An asset is bookable while one of its proofs is `proven` and not expired. */
export interface ProofTable {
  id: ProofId;
  assetId: AssetId;
  method: 'dns-txt' | 'well-known' | 'centre-approval';
  state: 'pending' | 'proven' | 'failed';
  /** What has to stand in the TXT record or the file. */
  token: string;
  /** The addresses that the asset stood for when it was proven; a scan goes to no other. */
  addresses: JsonText<readonly string[]>;
  /** What was seen: the record, the file, or the words of the approval. */
  evidence: string;
  attachmentName: string | null;
  attachment: Uint8Array | null;
  requestedBy: string;
  requestedAt: Instant;
  verifiedBy: string | null;
  verifiedAt: Instant | null;
  expiresAt: Instant | null;
  /** Why the last try failed, for the owner; null when it did not. */
  failure: string | null;
}
