import type { Endpoint, EvidenceOf } from './evidence.ts';
import { type EvidenceData, type EvidenceKind, kinds } from './kinds.ts';

/** Evidence as a node would send it, for tests: only what a test changes has to be said. */
export function envelope<K extends EvidenceKind>(
  kind: K,
  endpoint: Partial<Endpoint>,
  data: EvidenceData[K],
): EvidenceOf<K> {
  return {
    id: `evd_${kind.replaceAll(/[^a-z]/g, '').padEnd(20, '0')}`,
    kind,
    schema: kinds[kind].version,
    jobId: 'job_00000000000000000001',
    endpoint: { host: '192.0.2.1', name: null, port: null, transport: 'tcp', ...endpoint },
    gatheredAt: '2026-11-21T01:00:00.000Z',
    data,
  };
}
