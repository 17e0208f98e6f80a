import { appendAudit } from '@enkaku/shared/db/audit.ts';
import { findContact } from '@enkaku/shared/db/contact.ts';
import { findOrganisation } from '@enkaku/shared/db/organisation.ts';
import { insertMail, type NewMail } from '@enkaku/shared/db/outbox.ts';
import { cancelReservation, findReservation, listReservationAssets } from '@enkaku/shared/db/reservation.ts';
import type { ReservationId } from '@enkaku/shared/model/id.ts';
import type { Context } from '../../context.ts';
import { confirmationMail } from '../../mail/confirmation.ts';

/** 取消 before it opens, with the mail that takes it out of the contact's calendar. False when it is too late. */
export async function cancel(context: Context, id: ReservationId, userId: string): Promise<boolean> {
  const at = context.now();
  const mail = await cancellationMail(context, id);
  return await context.store.db.transaction().execute(async (trx) => {
    if (!(await cancelReservation(trx, id, at))) return false;
    if (mail !== undefined) await insertMail(trx, mail, at);
    const entry = { at, actor: userId, action: 'reservation.cancelled', subject: id };
    await appendAudit(trx, context.store.engine, entry);
    return true;
  });
}

async function cancellationMail(context: Context, id: ReservationId): Promise<NewMail | undefined> {
  const { db } = context.store;
  const reservation = await findReservation(db, id);
  if (reservation?.state !== 'confirmed') return undefined;
  const { organisationId, contactId, calendarSequence } = reservation;
  const contact = await findContact(db, organisationId, contactId);
  const organisation = await findOrganisation(db, organisationId);
  if (contact === undefined || organisation === undefined) return undefined;
  return confirmationMail(
    context.config,
    {
      reservation: { ...reservation, calendarSequence: calendarSequence + 1 },
      contact,
      organisationName: organisation.name,
      targets: (await listReservationAssets(db, id)).map((asset) => asset.value),
      change: 'cancelled',
    },
    context.now(),
  );
}
