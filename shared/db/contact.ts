import type { Insertable, Kysely, Selectable } from 'kysely';
import type { ContactId, OrganisationId } from '../model/id.ts';
import type { Database } from './database.ts';
import type { ContactTable } from './tables/contact.ts';

export type ContactRow = Selectable<ContactTable>;

export async function insertContact(db: Kysely<Database>, row: Insertable<ContactTable>): Promise<void> {
  await db.insertInto('contact').values(row).execute();
}

/** A contact of this organisation; undefined for everybody else's. */
export async function findContact(
  db: Kysely<Database>,
  organisationId: OrganisationId,
  id: ContactId,
): Promise<ContactRow | undefined> {
  return await db
    .selectFrom('contact')
    .selectAll()
    .where('id', '=', id)
    .where('organisationId', '=', organisationId)
    .executeTakeFirst();
}

/** In the order in which they are called. */
export async function listContacts(
  db: Kysely<Database>,
  organisationId: OrganisationId,
): Promise<readonly ContactRow[]> {
  return await db
    .selectFrom('contact')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .orderBy('rank')
    .orderBy('id')
    .execute();
}
