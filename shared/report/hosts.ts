import type { Evidence } from '../evidence/evidence.ts';
import type { NotSeen } from '../evidence/not-seen.ts';
import { grade } from '../model/grade.ts';
import type { Report, ReportFinding } from './schema.ts';

type Host = Report['hosts'][number];

/** Every host and domain that was looked at or was to be, with what answered there. */
export function hostsOf(
  evidence: readonly Evidence[],
  notSeen: readonly NotSeen[],
  findings: readonly ReportFinding[],
): Host[] {
  const addresses = new Set([...evidence, ...notSeen].map(({ endpoint }) => endpoint.host));
  return [...addresses].map((address) => {
    const here = evidence.filter(({ endpoint }) => endpoint.host === address);
    return {
      address,
      name: here.find(({ endpoint }) => endpoint.name !== null)?.endpoint.name ?? null,
      reachable: here.some(answered),
      grade: grade(findings.filter(({ host }) => host === address)),
      services: here.flatMap(servicesOf),
    };
  });
}

/** Something of the host itself spoke; an evidence full of time-outs is none of that. */
function answered(item: Evidence): boolean {
  if (item.kind === 'ports')
    return item.data.ports.some(({ state }) => state === 'open' || state === 'closed');
  // The resolver spoke, not the host.
  if (item.kind === 'host-dns') return false;
  return JSON.stringify(item.data).includes('"outcome":"yes"');
}

function servicesOf(item: Evidence): Host['services'] {
  if (item.kind !== 'ports') return [];
  return item.data.ports
    .filter(({ state }) => state === 'open')
    .map(({ port, transport, service }) => ({
      port,
      transport,
      service: service?.name ?? null,
      product: service?.product ?? null,
      version: service?.version ?? null,
      cpe: [...(service?.cpe ?? [])],
    }));
}
