import type { NodeId } from '../../model/id.ts';
import type { Instant } from '../../model/instant.ts';
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
  /** Hosts of which it brought nothing home, one after another; a success clears them. */
  faultyHosts: JsonText<readonly string[]>;
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
