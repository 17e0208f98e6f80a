import type { EvidenceKind } from '../../evidence/kinds.ts';
import type { EvidenceId, JobId } from '../../model/id.ts';
import type { Instant } from '../../model/instant.ts';
import type { JsonText } from '../json.ts';

/** Never changed once stored. One row a kind and endpoint of a job. */
export interface EvidenceTable {
  id: EvidenceId;
  jobId: JobId;
  kind: EvidenceKind;
  schema: number;
  host: string;
  name: string | null;
  port: number | null;
  transport: 'tcp' | 'udp';
  gatheredAt: Instant;
  data: JsonText<unknown>;
}
