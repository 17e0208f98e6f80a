import type { JobRow } from '@enkaku/shared/db/job.ts';
import { decodeJson } from '@enkaku/shared/db/json.ts';
import type { ReservationRow } from '@enkaku/shared/db/reservation.ts';
import { evidenceKinds } from '@enkaku/shared/evidence/kinds.ts';
import type { NodeId } from '@enkaku/shared/model/id.ts';
import type { Instant } from '@enkaku/shared/model/instant.ts';
import { parsePorts } from '@enkaku/shared/model/ports.ts';
import type { Authority, Order } from '@enkaku/shared/protocol/order.ts';

/** What orders carry of the scheduler's configuration. */
export interface OrderSettings {
  readonly network: Order['network'];
  readonly resolver: Order['resolver'];
  readonly trustAnchors: readonly string[];
  readonly portalUrl: string;
}

/** Gentle enough for a municipality's oldest server; the laboratory's own machines bear more. */
export const loadLimits: Readonly<Record<Order['network'], Order['limits']>> = {
  internet: {
    packetsPerSecond: 300,
    requestsPerSecond: 2,
    connectionsPerSecond: 20,
    concurrentConnections: 8,
  },
  lab: {
    packetsPerSecond: 2000,
    requestsPerSecond: 20,
    connectionsPerSecond: 100,
    concurrentConnections: 16,
  },
};

/**
 * Everything the node may do for this job, to be signed.
 * @param until where the node has to stop before the job's own window closes
 */
export function orderOf(
  job: JobRow,
  reservation: Pick<ReservationRow, 'ports' | 'optIns'>,
  nodeId: NodeId,
  settings: OrderSettings,
  { now, until = job.closesAt }: { readonly now: Instant; readonly until?: Instant },
  authorities: readonly Authority[] = [],
): Order {
  const ports = parsePorts(reservation.ports) ?? { tcp: '', udp: [] };
  return {
    schema: 'enkaku-order/1',
    jobId: job.id,
    reservationId: job.reservationId,
    nodeId,
    leaseToken: job.leaseToken,
    issuedAt: now,
    window: { opensAt: job.opensAt, closesAt: until < job.closesAt ? until : job.closesAt },
    target: decodeJson(job.target),
    resolver: settings.resolver,
    authorities: [...authorities],
    kinds: [...evidenceKinds],
    ports: ports.tcp,
    udpPorts: [...ports.udp],
    optIns: [...decodeJson(reservation.optIns)],
    limits: loadLimits[settings.network],
    network: settings.network,
    trustAnchors: [...settings.trustAnchors],
    contact: settings.portalUrl,
  };
}
