import type { Insertable, Kysely } from 'kysely';
import type { AssetId, JobId, NodeId, OrganisationId, ReservationId } from '../model/id.ts';
import type { Instant } from '../model/instant.ts';
import type { Database } from './database.ts';
import { insertJobs, queuedJob } from './job.ts';
import { encodeJson } from './json.ts';
import { newId } from './new-id.ts';
import { insertNode } from './node.ts';
import type { AssetTable, ProofTable } from './tables/asset.ts';
import type { JobTable } from './tables/job.ts';
import type { NodeTable } from './tables/node.ts';
import type { ReservationTable } from './tables/reservation.ts';
import { hashToken, newToken } from './token.ts';

/** The noon at which the tests' world stands; the window of its reservations is the hour around it. */
export const noon: Instant = '2026-11-21T12:00:00.000Z';
export const hourAround = {
  opensAt: '2026-11-21T11:30:00.000Z',
  closesAt: '2026-11-21T12:30:00.000Z',
} as const;

export async function seedOrganisation(db: Kysely<Database>): Promise<OrganisationId> {
  const id = newId('org');
  await db
    .insertInto('organisation')
    .values({
      id,
      name: '架空市',
      kind: 'municipality',
      municipalityCode: null,
      parentId: null,
      mailDetail: 'findings',
      locale: 'ja',
      createdAt: noon,
    })
    .execute();
  return id;
}

/** An asset of this organisation, proven for a year. */
export async function seedAsset(
  db: Kysely<Database>,
  organisationId: OrganisationId,
  asset: Pick<Insertable<AssetTable>, 'kind' | 'value'>,
  proof: Partial<Omit<Insertable<ProofTable>, 'addresses'>> & { readonly addresses?: readonly string[] } = {},
): Promise<AssetId> {
  const id = newId('ast');
  await db
    .insertInto('asset')
    .values({ id, organisationId, label: asset.value, createdAt: noon, removedAt: null, ...asset })
    .execute();
  const row: Insertable<ProofTable> = {
    id: newId('prf'),
    assetId: id,
    method: 'dns-txt',
    state: 'proven',
    token: 'token',
    evidence: 'seen',
    attachmentName: null,
    attachment: null,
    requestedBy: 'user',
    requestedAt: noon,
    verifiedBy: 'user',
    verifiedAt: noon,
    expiresAt: '2027-11-21T12:00:00.000Z',
    failure: null,
    ...proof,
    addresses: encodeJson(proof.addresses ?? [asset.value]),
  };
  await db.insertInto('proof').values(row).execute();
  return id;
}

/** A reservation of the hour around noon, with its organisation and contact, of these assets. */
export async function seedReservation(
  db: Kysely<Database>,
  overrides: Partial<Insertable<ReservationTable>> = {},
  assets: readonly AssetId[] = [],
): Promise<{ readonly id: ReservationId; readonly organisationId: OrganisationId }> {
  const id = newId('rsv');
  const contactId = newId('con');
  const organisationId = overrides.organisationId ?? (await seedOrganisation(db));
  await db
    .insertInto('contact')
    .values({
      id: contactId,
      organisationId,
      name: '架空 太郎',
      email: 'taro@city.kakuu.example',
      phone: '00-0000-0000',
      rank: 1,
      locale: 'ja',
      createdAt: noon,
    })
    .execute();
  await db
    .insertInto('reservation')
    .values({
      id,
      organisationId,
      contactId,
      state: 'running',
      ...hourAround,
      locale: 'ja',
      ports: 'default',
      purpose: 'booking',
      hosts: 1,
      workMs: 180_000,
      optIns: encodeJson([]),
      createdBy: 'user',
      createdAt: '2026-11-01T00:00:00.000Z',
      stoppedAt: null,
      stoppedBy: null,
      calendarSequence: 0,
      failure: null,
      ...overrides,
    })
    .execute();
  for (const assetId of assets) {
    await db.insertInto('reservationAsset').values({ reservationId: id, assetId }).execute();
  }
  return { id, organisationId };
}

export async function seedJob(
  db: Kysely<Database>,
  reservation: { readonly id: ReservationId; readonly organisationId: OrganisationId },
  overrides: Partial<Insertable<JobTable>> = {},
): Promise<JobId> {
  const host = overrides.host ?? '192.0.2.1';
  const target = { kind: 'host' as const, address: host, names: ['www.city.kakuu.example'], zones: [] };
  const { id: reservationId, organisationId } = reservation;
  const job = { ...queuedJob({ reservationId, organisationId, host, target, ...hourAround }), ...overrides };
  await insertJobs(db, [job]);
  return job.id;
}

/** A node, and the key with which it calls. */
export async function seedNode(
  db: Kysely<Database>,
  overrides: Partial<Insertable<NodeTable>> = {},
): Promise<{ readonly id: NodeId; readonly key: string }> {
  const id = newId('nod');
  const key = newToken();
  await insertNode(db, {
    id,
    name: '診断装置 1',
    keyHash: hashToken(key),
    state: 'active',
    version: '0.1.0',
    joinedAt: noon,
    lastSeenAt: noon,
    clockOffsetMs: 0,
    ...overrides,
  });
  return { id, key };
}
