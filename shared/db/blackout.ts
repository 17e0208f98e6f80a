import type { Insertable, Kysely, Selectable } from 'kysely';
import type { OrganisationId } from '../model/id.ts';
import type { Instant } from '../model/instant.ts';
import type { Window } from '../model/window.ts';
import type { Database } from './database.ts';
import type { BlackoutTable } from './tables/reservation.ts';

export type BlackoutRow = Selectable<BlackoutTable>;

export async function insertBlackout(db: Kysely<Database>, row: Insertable<BlackoutTable>): Promise<void> {
  await db.insertInto('blackout').values(row).execute();
}

/** What stands against diagnoses of this organisation in this window: its own blackouts and those of everybody. Those of a site concern nodes, not targets. */
export async function listBlackouts(
  db: Kysely<Database>,
  organisationId: OrganisationId,
  window: Window,
): Promise<readonly BlackoutRow[]> {
  return await db
    .selectFrom('blackout')
    .selectAll()
    .where((eb) => eb.or([eb('organisationId', 'is', null), eb('organisationId', '=', organisationId)]))
    .where('site', 'is', null)
    .where('opensAt', '<', window.closesAt)
    .where('closesAt', '>', window.opensAt)
    .orderBy('opensAt')
    .execute();
}

/** The next time, beginning before `before`, in which nodes of this site rest; it may have begun. */
export async function findSiteBlackout(
  db: Kysely<Database>,
  site: string,
  { now, before }: { readonly now: Instant; readonly before: Instant },
): Promise<BlackoutRow | undefined> {
  return await db
    .selectFrom('blackout')
    .selectAll()
    .where('site', '=', site)
    .where('closesAt', '>', now)
    .where('opensAt', '<', before)
    .orderBy('opensAt')
    .limit(1)
    .executeTakeFirst();
}
