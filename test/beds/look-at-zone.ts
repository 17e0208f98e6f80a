import { dnsChecks } from '@enkaku/shared/checks/dns/index.ts';
import { evaluate, type Judgement } from '@enkaku/shared/checks/evaluate.ts';
import { type Evidence, parseEvidence } from '@enkaku/shared/evidence/evidence.ts';
import { kinds } from '@enkaku/shared/evidence/kinds.ts';
import { buildPorts, openPort } from '@enkaku/shared/evidence/ports/build.fixture.ts';
import type { Order } from '@enkaku/shared/protocol/order.ts';
import { createGuard } from '../../scanner/guard/create-guard.ts';
import { buildOrder } from '../../scanner/guard/order.fixture.ts';
import { dnsAnswersProbe } from '../../scanner/probes/dns-answers/probe.ts';
import { findAuthorities } from '../../scheduler/authorities/find.ts';
import { loadLimits } from '../../scheduler/plan/order-of.ts';

export interface Looked {
  readonly evidence: readonly Evidence[];
  readonly judgements: readonly Judgement[];
  readonly seconds: number;
}

/** The DNS part of a zone's diagnosis as a running node does it, with the rates of a laboratory order. */
export async function lookAtZone(domain: string, resolver: NonNullable<Order['resolver']>): Promise<Looked> {
  const startedMs = performance.now();
  const authorities = await findAuthorities(domain, { resolver, network: 'lab' });
  const order = buildOrder({
    target: { kind: 'domain', domain },
    resolver,
    authorities: [...authorities],
    limits: loadLimits.lab,
  });
  return await lookWith(order, startedMs);
}

/** The same of one server that is a host of the order. */
export async function lookAtServer(
  address: string,
  zones: readonly string[],
  resolver: Order['resolver'] = null,
): Promise<Looked> {
  const target = { kind: 'host' as const, address, names: [], zones: [...zones] };
  const order = buildOrder({ target, resolver, ports: '53', udpPorts: [53], limits: loadLimits.lab });
  return await lookWith(order, performance.now());
}

async function lookWith(order: Order, startedMs: number): Promise<Looked> {
  await using guard = createGuard({ order });
  const isHost = order.target.kind === 'host';
  const ports = isHost ? buildPorts({ ports: [openPort(53, { name: 'domain' })] }).data : null;
  const view = { order, ports };
  const gathered = await Promise.all(
    dnsAnswersProbe.places(view).map(async (endpoint, index) =>
      parseEvidence({
        id: `evd_0000000000000000${index}`,
        kind: 'dns-answers',
        schema: kinds['dns-answers'].version,
        jobId: order.jobId,
        endpoint,
        gatheredAt: new Date().toISOString(),
        data: await dnsAnswersProbe.gather(endpoint, guard, view),
      }),
    ),
  );
  const judgements = evaluate(dnsChecks, gathered);
  return { evidence: gathered, judgements, seconds: (performance.now() - startedMs) / 1000 };
}
