import type { AssetRow, ProofRow } from '@enkaku/shared/db/asset.ts';

/** A record proves a name or a domain, a file what serves it; a range has only the centre. */
export const methodsOf: Readonly<Record<AssetRow['kind'], readonly ProofRow['method'][]>> = {
  address: ['well-known', 'centre-approval'],
  range: ['centre-approval'],
  name: ['dns-txt', 'well-known', 'centre-approval'],
  domain: ['dns-txt', 'centre-approval'],
};
