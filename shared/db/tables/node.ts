import type { NodeId } from '../../model/id.ts';
import type { Instant } from '../../model/instant.ts';
import type { NodeFault } from '../../model/node-fault.ts';
import type { JsonText } from '../json.ts';

/** 診断装置. Only the hash of its key is kept. */
export interface NodeTable {
  id: NodeId;
  name: string;
  keyHash: string;
  state: 'active' | 'draining' | 'quarantined' | 'revoked';
  version: string;
  joinedAt: Instant;
  lastSeenAt: Instant;
  /** Jobs it takes at once. */
  slots: number;
  /** Where its packets come from: data centre and line; empty where nobody said. */
  site: string;
  /** Since it last brought something home. */
  faults: JsonText<readonly NodeFault[]>;
  /** The node's clock minus the scheduler's. */
  clockOffsetMs: number;
}

export interface JoinTokenTable {
  tokenHash: string;
  createdAt: Instant;
  expiresAt: Instant;
  usedAt: Instant | null;
  nodeId: NodeId | null;
}
