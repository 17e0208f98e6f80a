import type { Insertable, Kysely, Selectable } from 'kysely';
import type { OrganisationId } from '../model/id.ts';
import type { Database } from './database.ts';
import type { OrganisationTable } from './tables/organisation.ts';

export type OrganisationRow = Selectable<OrganisationTable>;

export async function insertOrganisation(
  db: Kysely<Database>,
  row: Insertable<OrganisationTable>,
): Promise<void> {
  await db.insertInto('organisation').values(row).execute();
}

export async function findOrganisation(
  db: Kysely<Database>,
  id: OrganisationId,
): Promise<OrganisationRow | undefined> {
  return await db.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirst();
}

/** 全国地方公共団体コード is unique: the organisation that already has it, if any. */
export async function findOrganisationByCode(
  db: Kysely<Database>,
  code: string,
): Promise<OrganisationRow | undefined> {
  return await db
    .selectFrom('organisation')
    .selectAll()
    .where('municipalityCode', '=', code as NonNullable<OrganisationRow['municipalityCode']>)
    .executeTakeFirst();
}

/** The centre first, then in the order of their codes. */
export async function listOrganisations(db: Kysely<Database>): Promise<readonly OrganisationRow[]> {
  const rows = await db.selectFrom('organisation').selectAll().orderBy('municipalityCode').execute();
  return [...rows.filter((row) => row.kind === 'centre'), ...rows.filter((row) => row.kind !== 'centre')];
}
