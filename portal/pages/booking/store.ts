import { appendAudit } from '@enkaku/shared/db/audit.ts';
import { insertConsent } from '@enkaku/shared/db/consent.ts';
import { insertContact, listContacts } from '@enkaku/shared/db/contact.ts';
import { newId } from '@enkaku/shared/db/new-id.ts';
import { insertMail, type NewMail } from '@enkaku/shared/db/outbox.ts';
import { insertReservation } from '@enkaku/shared/db/reservation.ts';
import type { Context } from '../../context.ts';
import { consentRecord, consentVersion } from './consent.ts';
import type { Booker, Planned } from './planned.ts';
import type { WantedBooking } from './read-booking.ts';

/** Everything a booking leaves behind. Call it inside one transaction. */
export async function storeBooking(
  context: Context,
  db: Context['store']['db'],
  made: {
    readonly by: Booker;
    readonly booking: WantedBooking;
    readonly planned: Planned;
    readonly mail: NewMail;
  },
): Promise<void> {
  const { by, booking, mail } = made;
  const { reservation, contact } = made.planned;
  const { id, organisationId, createdAt: at } = reservation;
  const { assets, window, ports, optIns } = booking;
  if (booking.contact.outcome === 'new') {
    await insertContact(db, { ...contact, rank: (await listContacts(db, organisationId)).length + 1 });
  }
  const assetIds = assets.map((asset) => asset.id);
  await insertReservation(db, reservation, assetIds);
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
      optIns,
      contact,
    }),
    acceptedBy: by.viewer.id,
    acceptedAt: at,
  });
  await insertMail(db, mail, at);
  await appendAudit(db, context.store.engine, {
    at,
    actor: by.viewer.id,
    action: 'reservation.booked',
    subject: id,
    detail: { assets: assetIds, window, ports, optIns, contact: contact.id },
  });
}
