import type { AssetRow, ProofRow } from '@enkaku/shared/db/asset.ts';
import { decodeJson } from '@enkaku/shared/db/json.ts';
import type { BookableAsset } from '@enkaku/shared/model/booking.ts';

/** An asset with the proof that lasts longest, expired or not. What its owner has removed counts as not proven. */
export function bookableAsset(asset: AssetRow, proofs: readonly ProofRow[]): BookableAsset {
  const proof = proofs
    .filter(({ assetId, state }) => assetId === asset.id && state === 'proven')
    .toSorted((a, b) => ((a.expiresAt ?? '') < (b.expiresAt ?? '') ? 1 : -1))[0];
  const { id, kind, value, label } = asset;
  const proven = proof !== undefined && asset.removedAt === null;
  return {
    id,
    kind,
    value,
    label,
    pinned: proven ? decodeJson(proof.addresses) : [],
    provenUntil: proven ? proof.expiresAt : null,
  };
}
