import { findReservation } from '@enkaku/shared/db/reservation.ts';
import type { ReservationId } from '@enkaku/shared/model/id.ts';
import { sql } from 'kysely';
import type { Context } from '../../context.ts';
import type { Form } from '../../http/form.ts';
import { confirmationMail } from '../../mail/confirmation.ts';
import { type Booker, plannedReservation } from './planned.ts';
import { type ReadBooking, readBooking } from './read-booking.ts';
import { storeBooking } from './store.ts';

export type BookingOutcome =
  | { readonly outcome: 'booked' }
  | Extract<ReadBooking, { outcome: 'wrong' }>
  /** The id is somebody else's: the form was made up. */
  | { readonly outcome: 'foreign' };

/**
 * Judges a form and books it: reservation, consent, contact, mail and audit in one transaction, or nothing.
 * A form that was sent before finds its reservation and books nothing more.
 */
export async function book(
  context: Context,
  by: Booker,
  id: ReservationId,
  form: Form,
): Promise<BookingOutcome> {
  const { organisationId } = by.membership;
  const before = async (db: Context['store']['db']): Promise<BookingOutcome | undefined> => {
    const known = await findReservation(db, id);
    if (known === undefined) return undefined;
    return { outcome: known.organisationId === organisationId ? 'booked' : 'foreign' };
  };

  const known = await before(context.store.db);
  if (known !== undefined) return known;
  const read = await readBooking(context, organisationId, form, context.store.db);
  if (read.outcome === 'wrong') return read;
  const planned = plannedReservation(by, id, read.booking, context.now());
  const mail = confirmationMail(
    context.config,
    {
      ...planned,
      organisationName: by.membership.name,
      targets: read.booking.assets.map((asset) => asset.value),
      change: 'confirmed',
    },
    context.now(),
  );

  return await context.store.db.transaction().execute(async (trx): Promise<BookingOutcome> => {
    // Two forms at once are judged one after the other; SQLite has one writer anyway.
    if (context.store.engine.lockTable) await sql`lock table reservation in exclusive mode`.execute(trx);
    const meanwhile = await before(trx);
    if (meanwhile !== undefined) return meanwhile;
    const again = await readBooking(context, organisationId, form, trx);
    if (again.outcome === 'wrong') return again;
    await storeBooking(context, trx, { by, booking: read.booking, planned, mail });
    return { outcome: 'booked' };
  });
}
