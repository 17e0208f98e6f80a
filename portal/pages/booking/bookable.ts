import { type AssetRow, listAssets, listProofs, type ProofRow, validProof } from '@enkaku/shared/db/asset.ts';
import type { Database } from '@enkaku/shared/db/database.ts';
import { decodeJson } from '@enkaku/shared/db/json.ts';
import type { BookableAsset } from '@enkaku/shared/model/booking.ts';
import type { OrganisationId } from '@enkaku/shared/model/id.ts';
import type { Instant } from '@enkaku/shared/model/instant.ts';
import type { Kysely } from 'kysely';
import { type AssetState, assetState } from '../asset/state.ts';

export interface AssetChoice {
  readonly asset: AssetRow;
  readonly state: AssetState;
  readonly bookable: BookableAsset;
}

/** Every asset of an organisation, as the form shows it and as the rules judge it. */
export async function listAssetChoices(
  db: Kysely<Database>,
  organisationId: OrganisationId,
  now: Instant,
): Promise<readonly AssetChoice[]> {
  const assets = await listAssets(db, organisationId);
  const proofs = await listProofs(
    db,
    assets.map((asset) => asset.id),
  );
  return assets.map((asset) => ({
    asset,
    state: assetState(proofs, asset.id, now),
    bookable: bookableAsset(asset, proofs, now),
  }));
}

function bookableAsset(asset: AssetRow, proofs: readonly ProofRow[], now: Instant): BookableAsset {
  const proof = validProof(proofs, asset.id, now);
  const { id, kind, value, label } = asset;
  return {
    id,
    kind,
    value,
    label,
    pinned: proof === undefined ? [] : decodeJson(proof.addresses),
    provenUntil: proof?.expiresAt ?? null,
  };
}
