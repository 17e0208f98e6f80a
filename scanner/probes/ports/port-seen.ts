import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';

/** One port as the evidence holds it. */
export type PortSeen = EvidenceData['ports']['ports'][number];
