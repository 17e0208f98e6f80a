import type { Catalogue } from '@enkaku/shared/checks/catalogue.ts';
import { evaluate, type Judgement } from '@enkaku/shared/checks/evaluate.ts';
import { httpChecks } from '@enkaku/shared/checks/http/index.ts';
import { breach } from '@enkaku/shared/checks/tls/breach.ts';
import { type Endpoint, type Evidence, parseEvidence } from '@enkaku/shared/evidence/evidence.ts';
import { kinds } from '@enkaku/shared/evidence/kinds.ts';
import { buildPorts, openPort } from '@enkaku/shared/evidence/ports/build.fixture.ts';
import type { Order } from '@enkaku/shared/protocol/order.ts';
import { createGuard } from '../../scanner/guard/create-guard.ts';
import { buildOrder } from '../../scanner/guard/order.fixture.ts';
import { createHttpResponseProbe } from '../../scanner/probes/http-response/probe.ts';
import { createWebFilesProbe } from '../../scanner/probes/web-files/probe.ts';
import type { FetchTimes } from '../../scanner/probes/wire/http/fetcher.ts';

export interface WebLook {
  readonly evidence: readonly Evidence[];
  readonly judgements: readonly Judgement[];
  readonly seconds: number;
  readonly requests: number;
}

export interface WebTarget {
  readonly address: string;
  readonly name: string;
  readonly ports: readonly { readonly port: number; readonly scheme: 'http' | 'https' }[];
}

const usualTimes: FetchTimes = { waitMs: 8000, responseMs: 15_000, visitMs: 220_000 };

/** What a node sees of a web server under one name, and what the checks of this kind of evidence say of it. */
export async function lookAtWeb(
  { address, name, ports }: WebTarget,
  {
    times = usualTimes,
    limits = {},
    files = 'passed-over',
  }: { times?: FetchTimes; limits?: Partial<Order['limits']>; files?: 'looked-for' | 'passed-over' } = {},
): Promise<WebLook> {
  const startedMs = performance.now();
  const usual = buildOrder();
  const order = buildOrder({
    target: { kind: 'host', address, names: [name], zones: [] },
    limits: { ...usual.limits, ...limits },
  });
  const open = buildPorts({
    ports: ports.map(({ port, scheme }) =>
      openPort(port, { name: 'http', tunnel: scheme === 'https' ? 'ssl' : null }),
    ),
  });
  const probes =
    files === 'looked-for'
      ? ([createHttpResponseProbe(times), createWebFilesProbe(times)] as const)
      : ([createHttpResponseProbe(times)] as const);
  const view = { order, ports: open.data };
  await using guard = createGuard({ order });
  const seen: Evidence[] = [
    { ...open, endpoint: { host: address, name: null, port: null, transport: 'tcp' } },
  ];
  for (const probe of probes) {
    for (const endpoint of probe.places(view)) {
      const data = await probe.gather(endpoint, guard, view);
      seen.push(evidenceOf(order, probe.kind, endpoint, data, seen.length));
    }
  }
  return {
    evidence: seen,
    judgements: evaluate(catalogue, seen).filter(
      ({ check }) => files === 'looked-for' || !catalogue[check]?.needs.includes('web-files'),
    ),
    seconds: (performance.now() - startedMs) / 1000,
    requests: guard.load().requests,
  };
}

/** The checks that need nothing but what is looked at here. */
const catalogue: Catalogue = Object.fromEntries(
  Object.entries({ ...httpChecks, 'tls.breach': breach }).filter(([, { needs }]) =>
    needs.every((kind) => kind === 'http-response' || kind === 'web-files' || kind === 'ports'),
  ),
);

function evidenceOf(
  order: Order,
  kind: 'http-response' | 'web-files',
  endpoint: Endpoint,
  data: unknown,
  number: number,
): Evidence {
  return parseEvidence({
    id: `evd_${String(number).padStart(20, '0')}`,
    kind,
    schema: kinds[kind].version,
    jobId: order.jobId,
    endpoint,
    gatheredAt: new Date().toISOString(),
    data,
  });
}

/** The ids of the checks that accuse, each once. */
export function accusedBy({ judgements }: WebLook, least: 'info' | 'medium' = 'info'): readonly string[] {
  const grave = new Set(['critical', 'high', 'medium']);
  const accusing = judgements.filter(({ check, verdict }) => {
    if (verdict.verdict !== 'vulnerable') return false;
    const severity = verdict.severity ?? catalogue[check]?.severity ?? 'info';
    return least === 'info' || grave.has(severity);
  });
  return [...new Set(accusing.map(({ check }) => check))].sort();
}
