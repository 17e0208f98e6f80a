import { randomBytes } from 'node:crypto';
import { type AssetRow, insertProof } from '@enkaku/shared/db/asset.ts';
import type { Database } from '@enkaku/shared/db/database.ts';
import { encodeJson } from '@enkaku/shared/db/json.ts';
import { newId } from '@enkaku/shared/db/new-id.ts';
import type { ProofTable } from '@enkaku/shared/db/tables/asset.ts';
import type { Insertable, Kysely } from 'kysely';
import { methodsOf } from './methods.ts';

/** With every new asset: one token, to be shown by whichever way is chosen. */
export async function beginProofs(db: Kysely<Database>, asset: AssetRow, userId: string): Promise<void> {
  const token = newChallenge();
  for (const method of methodsOf[asset.kind]) {
    if (method === 'centre-approval') continue;
    await insertProof(
      db,
      pendingProof({ assetId: asset.id, method, token, by: userId, at: asset.createdAt }),
    );
  }
}

export function pendingProof(of: {
  readonly assetId: AssetRow['id'];
  readonly method: ProofTable['method'];
  readonly token: string;
  readonly by: string;
  readonly at: ProofTable['requestedAt'];
}): Insertable<ProofTable> {
  return {
    id: newId('prf'),
    assetId: of.assetId,
    method: of.method,
    state: 'pending',
    token: of.token,
    addresses: encodeJson<readonly string[]>([]),
    evidence: '',
    attachmentName: null,
    attachment: null,
    requestedBy: of.by,
    requestedAt: of.at,
    verifiedBy: null,
    verifiedAt: null,
    expiresAt: null,
    failure: null,
  };
}

/** 160 bits in lower case letters and digits: fits a file name and a TXT record everywhere. */
function newChallenge(): string {
  return [...randomBytes(32)].map((byte) => (byte % 32).toString(32)).join('');
}
