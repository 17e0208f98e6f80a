import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';

export type Exchange = EvidenceData['http-response']['exchanges'][number];
export type Purpose = Exchange['purpose'];
