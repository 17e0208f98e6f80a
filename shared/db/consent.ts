import type { Insertable, Kysely, Selectable } from 'kysely';
import type { ReservationId } from '../model/id.ts';
import type { Database } from './database.ts';
import type { ConsentTable } from './tables/consent.ts';

export type ConsentRow = Selectable<ConsentTable>;

export async function insertConsent(db: Kysely<Database>, row: Insertable<ConsentTable>): Promise<void> {
  await db.insertInto('consent').values(row).execute();
}

export async function findConsent(
  db: Kysely<Database>,
  reservationId: ReservationId,
): Promise<ConsentRow | undefined> {
  return await db
    .selectFrom('consent')
    .selectAll()
    .where('reservationId', '=', reservationId)
    .executeTakeFirst();
}
