import type { Endpoint } from '@enkaku/shared/evidence/evidence.ts';
import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { yes } from '@enkaku/shared/model/observed.ts';
import type { Guard } from '../guard/guard.ts';
import type { Probe } from '../probes/probe.ts';

export const address = '127.77.1.1';

export function portsData(overrides: Partial<EvidenceData['ports']> = {}): EvidenceData['ports'] {
  const ports = [21, 23].map((port) => ({
    port,
    transport: 'tcp' as const,
    state: 'open' as const,
    reason: 'syn-ack',
    service: null,
    scripts: [],
  }));
  return {
    tool: 'nmap 7.93',
    requested: 'T:21,23',
    host: 'up',
    ports,
    collapsed: yes([]),
    warnings: [],
    complete: true,
    ...overrides,
  };
}

export function portsProbeThat(gather: (guard: Guard) => Promise<EvidenceData['ports']>): Probe<'ports'> {
  return {
    kind: 'ports',
    worstCaseMs: 100,
    places: ({ order }) => (order.target.kind === 'host' ? [placeOf(null)] : []),
    gather: (_, guard) => gather(guard),
  };
}

export function bannerProbeThat(
  gather: (endpoint: Endpoint, guard: Guard) => Promise<EvidenceData['banner']>,
  worstCaseMs = 100,
): Probe<'banner'> {
  return {
    kind: 'banner',
    worstCaseMs,
    places: ({ ports }) => (ports?.ports ?? []).map(({ port }) => placeOf(port)),
    gather,
  };
}

export const greeting: EvidenceData['banner'] = {
  greeting: { outcome: 'yes', value: { bytes: '6869', text: 'hi' } },
};

export function placeOf(port: number | null): Endpoint {
  return { host: address, name: null, port, transport: 'tcp' };
}
