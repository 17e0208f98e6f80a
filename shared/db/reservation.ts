import type { Insertable, Kysely, Selectable } from 'kysely';
import type { AssetId, OrganisationId, ReservationId } from '../model/id.ts';
import type { Instant } from '../model/instant.ts';
import type { Window } from '../model/window.ts';
import type { Database } from './database.ts';
import type { ReservationState, ReservationTable } from './tables/reservation.ts';

export type ReservationRow = Selectable<ReservationTable>;

/** A reservation that has not ended, as `checkBooking` wants it. */
export interface OpenBooking {
  readonly id: ReservationId;
  readonly window: Window;
  readonly assetIds: readonly AssetId[];
}

/** Call it inside the transaction that stores the consent. */
export async function insertReservation(
  db: Kysely<Database>,
  row: Insertable<ReservationTable>,
  assetIds: readonly AssetId[],
): Promise<void> {
  await db.insertInto('reservation').values(row).execute();
  await db
    .insertInto('reservationAsset')
    .values(assetIds.map((assetId) => ({ reservationId: row.id, assetId })))
    .execute();
}

export async function findReservation(
  db: Kysely<Database>,
  id: ReservationId,
): Promise<ReservationRow | undefined> {
  return await db.selectFrom('reservation').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The latest window first. */
export async function listReservations(
  db: Kysely<Database>,
  organisationId: OrganisationId,
): Promise<readonly ReservationRow[]> {
  return await db
    .selectFrom('reservation')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .orderBy('opensAt', 'desc')
    .orderBy('id')
    .execute();
}

/** Those whose window has opened at `now`. */
export async function listOpenedReservations(
  db: Kysely<Database>,
  state: ReservationState,
  now: Instant,
): Promise<readonly ReservationRow[]> {
  return await db
    .selectFrom('reservation')
    .selectAll()
    .where('state', '=', state)
    .where('opensAt', '<=', now)
    .orderBy('opensAt')
    .orderBy('id')
    .execute();
}

/** The assets of a reservation, those removed since then included. */
export async function listReservationAssets(db: Kysely<Database>, id: ReservationId) {
  return await db
    .selectFrom('reservationAsset')
    .innerJoin('asset', 'asset.id', 'reservationAsset.assetId')
    .selectAll('asset')
    .where('reservationAsset.reservationId', '=', id)
    .orderBy('asset.createdAt')
    .orderBy('asset.id')
    .execute();
}

/** What an organisation has booked and not yet ended. */
export async function listOpenBookings(
  db: Kysely<Database>,
  organisationId: OrganisationId,
): Promise<readonly OpenBooking[]> {
  const rows = await db
    .selectFrom('reservation')
    .innerJoin('reservationAsset', 'reservationAsset.reservationId', 'reservation.id')
    .select(['reservation.id', 'reservation.opensAt', 'reservation.closesAt', 'reservationAsset.assetId'])
    .where('reservation.organisationId', '=', organisationId)
    .where('reservation.state', 'in', ['confirmed', 'running'])
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, ofOne]) => ({
    id,
    window: { opensAt: ofOne[0]?.opensAt as Instant, closesAt: ofOne[0]?.closesAt as Instant },
    assetIds: ofOne.map(({ assetId }) => assetId),
  }));
}

/** One guarded step; false when somebody else was first or the reservation is elsewhere by now. */
export async function moveReservation(
  db: Kysely<Database>,
  id: ReservationId,
  from: ReservationState,
  to: ReservationState,
): Promise<boolean> {
  const result = await db
    .updateTable('reservation')
    .set({ state: to })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** 取消 before the window opens; false when it is too late for that. */
export async function cancelReservation(
  db: Kysely<Database>,
  id: ReservationId,
  now: Instant,
): Promise<boolean> {
  const result = await db
    .updateTable('reservation')
    .set((eb) => ({ state: 'cancelled', calendarSequence: eb('calendarSequence', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'confirmed')
    .where('opensAt', '>', now)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** 緊急停止: nodes at work see it at their next look, within 200 ms; what waits is never granted. False when it had ended. */
export async function stopReservation(
  db: Kysely<Database>,
  id: ReservationId,
  by: string,
  now: Instant,
): Promise<boolean> {
  const result = await db
    .updateTable('reservation')
    .set({ state: 'stopped', stoppedAt: now, stoppedBy: by })
    .where('id', '=', id)
    .where('state', 'in', ['confirmed', 'running'])
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Keeps the first reason why a reservation could not run as booked; false when there is one already. */
export async function recordFailure(
  db: Kysely<Database>,
  id: ReservationId,
  failure: string,
): Promise<boolean> {
  const result = await db
    .updateTable('reservation')
    .set({ failure })
    .where('id', '=', id)
    .where('failure', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
