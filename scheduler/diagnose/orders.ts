import type { Catalogue } from '@enkaku/shared/checks/catalogue.ts';
import { kindsFor } from '@enkaku/shared/checks/group.ts';
import { addMs, type Instant } from '@enkaku/shared/model/instant.ts';
import { newId } from '@enkaku/shared/protocol/new-id.ts';
import type { Authority, Order, OrderTarget } from '@enkaku/shared/protocol/order.ts';
import { loadLimits } from '../plan/order-of.ts';
import type { DiagnoseOptions } from './options.ts';
import type { Resolver } from './resolver.ts';

export interface Circumstances {
  readonly options: DiagnoseOptions;
  readonly catalogue: Catalogue;
  readonly resolver: Resolver | null;
  /** The name servers of each domain. */
  readonly authorities: ReadonlyMap<string, readonly Authority[]>;
  readonly trustAnchors: readonly string[];
  readonly now: Instant;
}

const longestPerTargetMs = { default: 15 * 60_000, all: 60 * 60_000 } as const;

/** One order for each target, good from now on; whoever starts a diagnosis by hand stops it by hand. */
export function ordersFor(targets: readonly OrderTarget[], circumstances: Circumstances): readonly Order[] {
  const { options, catalogue, resolver, authorities, trustAnchors, now } = circumstances;
  const perTargetMs = longestPerTargetMs[options.ports.tcp === 'all' ? 'all' : 'default'];
  const reservationId = newId('rsv');
  return targets.map((target) => ({
    schema: 'enkaku-order/1',
    jobId: newId('job'),
    reservationId,
    nodeId: 'nod_diagnose',
    leaseToken: 1,
    issuedAt: now,
    window: { opensAt: now, closesAt: addMs(now, perTargetMs * targets.length) },
    target,
    resolver,
    authorities: target.kind === 'domain' ? [...(authorities.get(target.domain) ?? [])] : [],
    kinds: [...kindsFor(catalogue)],
    ports: options.ports.tcp,
    udpPorts: [...options.ports.udp],
    optIns: [...options.optIns],
    limits: loadLimits[options.network],
    network: options.network,
    trustAnchors: [...trustAnchors],
    contact: `diagnose, ${options.authorizedBy ?? 'laboratory'}`.slice(0, 500),
  }));
}
