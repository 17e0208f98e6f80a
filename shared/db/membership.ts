import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Instant } from '../model/instant.ts';
import type { Database } from './database.ts';
import type { InvitationTable, MembershipTable } from './tables/membership.ts';
import type { OrganisationTable } from './tables/organisation.ts';

export type InvitationRow = Selectable<InvitationTable>;

/** A membership together with what pages show of its organisation. */
export type Membership = Pick<MembershipTable, 'organisationId' | 'role'> &
  Pick<OrganisationTable, 'name' | 'kind' | 'locale'>;

/** The oldest first. */
export async function listMemberships(db: Kysely<Database>, userId: string): Promise<readonly Membership[]> {
  return await db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
    .select([
      'membership.organisationId',
      'membership.role',
      'organisation.name',
      'organisation.kind',
      'organisation.locale',
    ])
    .where('membership.userId', '=', userId)
    .orderBy('membership.createdAt')
    .orderBy('membership.organisationId')
    .execute();
}

/** Who belongs to an organisation, with name and e-mail. */
export async function listMembers(
  db: Kysely<Database>,
  organisationId: MembershipTable['organisationId'],
): Promise<readonly { userId: string; name: string; email: string; role: MembershipTable['role'] }[]> {
  return await db
    .selectFrom('membership')
    .innerJoin('authUser', 'authUser.id', 'membership.userId')
    .select(['membership.userId', 'membership.role', 'authUser.name', 'authUser.email'])
    .where('membership.organisationId', '=', organisationId)
    .orderBy('membership.createdAt')
    .execute();
}

/** A second membership of the same person in the same organisation replaces the role of the first. */
export async function putMembership(db: Kysely<Database>, row: Insertable<MembershipTable>): Promise<void> {
  await db
    .insertInto('membership')
    .values(row)
    .onConflict((conflict) => conflict.columns(['userId', 'organisationId']).doUpdateSet({ role: row.role }))
    .execute();
}

export async function insertInvitation(
  db: Kysely<Database>,
  row: Insertable<InvitationTable>,
): Promise<void> {
  await db.insertInto('invitation').values(row).execute();
}

/** An invitation that can still be used. */
export async function findOpenInvitation(
  db: Kysely<Database>,
  tokenHash: string,
  now: Instant,
): Promise<InvitationRow | undefined> {
  return await db
    .selectFrom('invitation')
    .selectAll()
    .where('tokenHash', '=', tokenHash)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
}

/** Uses an invitation up, in one statement: of two that try at once, one gets undefined. */
export async function useInvitation(
  db: Kysely<Database>,
  tokenHash: string,
  now: Instant,
): Promise<InvitationRow | undefined> {
  return await db
    .updateTable('invitation')
    .set({ usedAt: now })
    .where('tokenHash', '=', tokenHash)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .returningAll()
    .executeTakeFirst();
}
