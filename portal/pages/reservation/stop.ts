import { appendAudit } from '@enkaku/shared/db/audit.ts';
import { findContact } from '@enkaku/shared/db/contact.ts';
import { findOrganisation } from '@enkaku/shared/db/organisation.ts';
import {
  cancelReservation,
  findReservation,
  listReservationAssets,
  stopReservation,
} from '@enkaku/shared/db/reservation.ts';
import type { ReservationId } from '@enkaku/shared/model/id.ts';
import type { Context } from '../../context.ts';
import { insertConfirmation } from '../../mail/insert-confirmation.ts';

/** 緊急停止, with its line in the audit. False when everything had ended. */
export async function stop(context: Context, id: ReservationId, userId: string): Promise<boolean> {
  const at = context.now();
  return await context.store.db.transaction().execute(async (trx) => {
    const stopped = await stopReservation(trx, id, userId, at);
    if (stopped) {
      const entry = { at, actor: userId, action: 'reservation.stopped', subject: id };
      await appendAudit(trx, context.store.engine, entry);
    }
    return stopped;
  });
}

/** 取消 before it opens, with the mail that takes it out of the contact's calendar. False when it is too late. */
export async function cancel(context: Context, id: ReservationId, userId: string): Promise<boolean> {
  const at = context.now();
  return await context.store.db.transaction().execute(async (trx) => {
    if (!(await cancelReservation(trx, id, at))) return false;
    await insertCancellation(context, trx, id);
    const entry = { at, actor: userId, action: 'reservation.cancelled', subject: id };
    await appendAudit(trx, context.store.engine, entry);
    return true;
  });
}

async function insertCancellation(context: Context, db: Context['store']['db'], id: ReservationId) {
  const reservation = await findReservation(db, id);
  if (reservation === undefined) return;
  const { organisationId, contactId } = reservation;
  const contact = await findContact(db, organisationId, contactId);
  const organisation = await findOrganisation(db, organisationId);
  if (contact === undefined || organisation === undefined) return;
  const targets = (await listReservationAssets(db, id)).map((asset) => asset.value);
  const mail = {
    reservation,
    contact,
    organisationName: organisation.name,
    targets,
    change: 'cancelled' as const,
  };
  await insertConfirmation(context.config, db, mail, context.now());
}
