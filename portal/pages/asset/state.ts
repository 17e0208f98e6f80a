import { type ProofRow, validProof } from '@enkaku/shared/db/asset.ts';
import type { AssetId } from '@enkaku/shared/model/id.ts';
import type { Instant } from '@enkaku/shared/model/instant.ts';

/** How far an asset is on its way to being bookable. */
export type AssetState =
  | { readonly state: 'proven'; readonly until: Instant; readonly proof: ProofRow }
  | { readonly state: 'expired' | 'pending' | 'unproven' };

export function assetState(proofs: readonly ProofRow[], assetId: AssetId, now: Instant): AssetState {
  const proof = validProof(proofs, assetId, now);
  if (proof !== undefined) return { state: 'proven', until: proof.expiresAt, proof };
  const own = proofs.filter((one) => one.assetId === assetId);
  if (own.some((one) => one.method === 'centre-approval' && one.state === 'pending'))
    return { state: 'pending' };
  return { state: own.some((one) => one.state === 'proven') ? 'expired' : 'unproven' };
}
