import type { StopId } from '../../model/id.ts';
import type { Instant } from '../../model/instant.ts';

/** 緊急停止 of more than one reservation; in force until a person lifts it. Nothing restarts by itself. */
export interface StopTable {
  id: StopId;
  scope: 'everything' | 'organisation' | 'host';
  /** The organisation's id or the address; empty for everything. */
  subject: string;
  reason: string;
  placedBy: string;
  placedAt: Instant;
  liftedBy: string | null;
  liftedAt: Instant | null;
}
