import type { JobId, NodeId, OrganisationId, ReservationId } from '../../model/id.ts';
import type { Instant } from '../../model/instant.ts';
import type { Load } from '../../model/load.ts';
import type { Unprobed } from '../../protocol/messages.ts';
import type { OrderTarget } from '../../protocol/order.ts';
import type { JsonText } from '../json.ts';

export type JobState = 'queued' | 'leased' | 'done' | 'failed' | 'missed' | 'stopped';

/** One host (or domain) of one reservation: what is queued, leased, retried and finished. */
export interface JobTable {
  id: JobId;
  reservationId: ReservationId;
  organisationId: OrganisationId;
  target: JsonText<OrderTarget>;
  /** The address or the domain. */
  host: string;
  state: JobState;
  opensAt: Instant;
  closesAt: Instant;
  /** Of the jobs that are due the lowest comes first: `priorityOf` its purpose. */
  priority: number;
  /** Its place in its organisation's own line: the first of every organisation go before the second of any. */
  turn: number;
  /** Hosts that may share a line; only so many of them are diagnosed at once. */
  neighbourhood: string;
  /** The node that held it last and fell silent; null where it was given back or never held. */
  lostBy: NodeId | null;
  /** Grows with every grant. */
  leaseToken: number;
  leaseNodeId: NodeId | null;
  leaseExpiresAt: Instant | null;
  attempts: number;
  /** From the last heartbeat. */
  doing: string;
  doneCount: number;
  totalCount: number;
  load: JsonText<Load> | null;
  unprobed: JsonText<readonly Unprobed[]>;
  startedAt: Instant | null;
  finishedAt: Instant | null;
}
