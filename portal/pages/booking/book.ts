import { appendAudit } from '@enkaku/shared/db/audit.ts';
import { insertConsent } from '@enkaku/shared/db/consent.ts';
import { type ContactRow, insertContact, listContacts } from '@enkaku/shared/db/contact.ts';
import type { Membership } from '@enkaku/shared/db/membership.ts';
import { newId } from '@enkaku/shared/db/new-id.ts';
import { findReservation, insertReservation } from '@enkaku/shared/db/reservation.ts';
import type { ReservationId } from '@enkaku/shared/model/id.ts';
import type { Locale } from '@enkaku/shared/model/text.ts';
import { sql } from 'kysely';
import type { Context } from '../../context.ts';
import type { Viewer } from '../../http/env.ts';
import type { Form } from '../../http/form.ts';
import { insertConfirmation } from '../../mail/insert-confirmation.ts';
import { consentRecord, consentVersion } from './consent.ts';
import { type ReadBooking, readBooking, type WantedBooking } from './read-booking.ts';

export interface Booker {
  readonly viewer: Viewer;
  readonly membership: Membership;
  readonly locale: Locale;
}

export type BookingOutcome =
  | { readonly outcome: 'booked' }
  | Extract<ReadBooking, { outcome: 'wrong' }>
  /** The id is somebody else's: the form was made up. */
  | { readonly outcome: 'foreign' };

/**
 * Judges a form and books it, in one transaction: reservation, consent, contact, mail and audit, or nothing.
 * A form that was sent before finds its reservation and books nothing more.
 */
export async function book(
  context: Context,
  by: Booker,
  id: ReservationId,
  form: Form,
): Promise<BookingOutcome> {
  const { organisationId } = by.membership;
  return await context.store.db.transaction().execute(async (trx): Promise<BookingOutcome> => {
    // Two forms at once are judged one after the other; SQLite has one writer anyway.
    if (context.store.engine.lockTable) await sql`lock table reservation in exclusive mode`.execute(trx);
    const known = await findReservation(trx, id);
    if (known !== undefined)
      return { outcome: known.organisationId === organisationId ? 'booked' : 'foreign' };
    const read = await readBooking(context, organisationId, form, trx);
    if (read.outcome === 'wrong') return read;
    await store(context, trx, by, id, read.booking);
    return { outcome: 'booked' };
  });
}

async function store(
  context: Context,
  db: Context['store']['db'],
  by: Booker,
  id: ReservationId,
  booking: WantedBooking,
): Promise<void> {
  const { organisationId, name: organisationName } = by.membership;
  const { assets, window, ports } = booking;
  const now = context.now();
  const contact = await contactOf(db, by, booking, now);
  const reservation = {
    id,
    organisationId,
    contactId: contact.id,
    state: 'confirmed' as const,
    opensAt: window.opensAt,
    closesAt: window.closesAt,
    locale: by.locale,
    ports,
    createdBy: by.viewer.id,
    createdAt: now,
    stoppedAt: null,
    stoppedBy: null,
    calendarSequence: 0,
    failure: null,
  };
  await insertReservation(
    db,
    reservation,
    assets.map((asset) => asset.id),
  );
  const values = assets.map((asset) => asset.value);
  await insertConsent(db, {
    id: newId('cns'),
    organisationId,
    reservationId: id,
    textVersion: consentVersion,
    text: consentRecord(by.locale, context.config.sourceAddresses, {
      assets: values,
      window,
      ports,
      contact,
    }),
    acceptedBy: by.viewer.id,
    acceptedAt: now,
  });
  const confirmed = { reservation, contact, organisationName, targets: values, change: 'confirmed' as const };
  await insertConfirmation(context.config, db, confirmed, now);
  await appendAudit(db, context.store.engine, {
    at: now,
    actor: by.viewer.id,
    action: 'reservation.booked',
    subject: id,
    detail: { assets: assets.map((asset) => asset.id), window, ports, contact: contact.id },
  });
}

async function contactOf(
  db: Context['store']['db'],
  by: Booker,
  booking: WantedBooking,
  now: ContactRow['createdAt'],
): Promise<ContactRow> {
  if (booking.contact.outcome === 'known') return booking.contact.contact;
  const { organisationId } = by.membership;
  const rank = (await listContacts(db, organisationId)).length + 1;
  const contact = {
    ...booking.contact.contact,
    id: newId('con'),
    organisationId,
    rank,
    locale: by.locale,
    createdAt: now,
  };
  await insertContact(db, contact);
  return contact;
}
