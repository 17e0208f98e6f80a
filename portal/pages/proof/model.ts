import type { AssetRow, ProofRow } from '@enkaku/shared/db/asset.ts';
import type { AssetState } from '../asset/state.ts';

/** One asset and how far its proof is. */
export interface ProofModel {
  readonly asset: AssetRow;
  readonly state: AssetState;
  readonly proofs: readonly ProofRow[];
  /** Stands in the record or the file. */
  readonly token: string;
  readonly mayProve: boolean;
}
