import type { Instant } from '../../model/instant.ts';
import type { JsonText } from '../json.ts';

/** Who did what, chained: `hash` covers the row and the hash before it. */
export interface AuditTable {
  sequence: number;
  at: Instant;
  /** A user's id, `node:…` or `system`. */
  actor: string;
  action: string;
  subject: string;
  detail: JsonText<unknown>;
  previousHash: string;
  hash: string;
}
