import type { Insertable, Kysely, Selectable, Updateable } from 'kysely';
import type { AssetId, OrganisationId, ProofId } from '../model/id.ts';
import type { Instant } from '../model/instant.ts';
import type { Database } from './database.ts';
import type { AssetTable, ProofTable } from './tables/asset.ts';

export type AssetRow = Selectable<AssetTable>;
/** A proof without its attachment, which is read only when it is downloaded. */
export type ProofRow = Omit<Selectable<ProofTable>, 'attachment'>;

const proofColumns = [
  'id',
  'assetId',
  'method',
  'state',
  'token',
  'addresses',
  'evidence',
  'attachmentName',
  'requestedBy',
  'requestedAt',
  'verifiedBy',
  'verifiedAt',
  'expiresAt',
  'failure',
] as const satisfies readonly (keyof ProofRow)[];

export async function insertAsset(db: Kysely<Database>, row: Insertable<AssetTable>): Promise<void> {
  await db.insertInto('asset').values(row).execute();
}

/** Removed assets are not found: only what was booked of them remains. */
export async function findAsset(db: Kysely<Database>, id: AssetId): Promise<AssetRow | undefined> {
  return await db
    .selectFrom('asset')
    .selectAll()
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
}

export async function listAssets(
  db: Kysely<Database>,
  organisationId: OrganisationId,
): Promise<readonly AssetRow[]> {
  return await db
    .selectFrom('asset')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('removedAt', 'is', null)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

export async function removeAsset(db: Kysely<Database>, id: AssetId, now: Instant): Promise<void> {
  await db.updateTable('asset').set({ removedAt: now }).where('id', '=', id).execute();
}

export async function insertProof(db: Kysely<Database>, row: Insertable<ProofTable>): Promise<void> {
  await db.insertInto('proof').values(row).execute();
}

export async function updateProof(
  db: Kysely<Database>,
  id: ProofId,
  change: Updateable<ProofTable>,
): Promise<void> {
  await db.updateTable('proof').set(change).where('id', '=', id).execute();
}

export async function findProof(db: Kysely<Database>, id: ProofId): Promise<ProofRow | undefined> {
  return await db.selectFrom('proof').select(proofColumns).where('id', '=', id).executeTakeFirst();
}

export async function findProofAttachment(
  db: Kysely<Database>,
  id: ProofId,
): Promise<Pick<Selectable<ProofTable>, 'attachment' | 'attachmentName'> | undefined> {
  return await db
    .selectFrom('proof')
    .select(['attachment', 'attachmentName'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The proofs of these assets, the newest first. */
export async function listProofs(
  db: Kysely<Database>,
  assetIds: readonly AssetId[],
): Promise<readonly ProofRow[]> {
  if (assetIds.length === 0) return [];
  return await db
    .selectFrom('proof')
    .select(proofColumns)
    .where('assetId', 'in', assetIds)
    .orderBy('requestedAt', 'desc')
    .orderBy('id')
    .execute();
}

/** What waits for the centre's staff, the oldest first. */
export async function listPendingApprovals(db: Kysely<Database>) {
  return await db
    .selectFrom('proof')
    .innerJoin('asset', 'asset.id', 'proof.assetId')
    .innerJoin('organisation', 'organisation.id', 'asset.organisationId')
    .select([
      'proof.id',
      'proof.requestedAt',
      'asset.kind',
      'asset.value',
      'asset.label',
      'organisation.name as organisationName',
    ])
    .where('proof.method', '=', 'centre-approval')
    .where('proof.state', '=', 'pending')
    .where('asset.removedAt', 'is', null)
    .orderBy('proof.requestedAt')
    .execute();
}

/** The proof that makes an asset bookable at `now`: the one that lasts longest. */
export function validProof(
  proofs: readonly ProofRow[],
  assetId: AssetId,
  now: Instant,
): (ProofRow & { readonly expiresAt: Instant }) | undefined {
  return proofs
    .filter((proof) => proof.assetId === assetId && proof.state === 'proven')
    .filter((proof): proof is ProofRow & { expiresAt: Instant } => (proof.expiresAt ?? '') > now)
    .toSorted((a, b) => (a.expiresAt < b.expiresAt ? 1 : -1))[0];
}
