import type { ContactRow } from '@enkaku/shared/db/contact.ts';
import type { NewMail } from '@enkaku/shared/db/outbox.ts';
import type { ReservationRow } from '@enkaku/shared/db/reservation.ts';
import { composeMail } from '@enkaku/shared/mail/compose.ts';
import type { MailData } from '@enkaku/shared/mail/data.ts';
import type { Instant } from '@enkaku/shared/model/instant.ts';
import type { Config } from '../config.ts';
import { senderOf } from './sender.ts';

export interface Confirmed {
  readonly reservation: Pick<
    ReservationRow,
    'id' | 'organisationId' | 'opensAt' | 'closesAt' | 'calendarSequence'
  >;
  readonly contact: Pick<ContactRow, 'id' | 'name' | 'email' | 'locale'>;
  readonly organisationName: string;
  /** As the owner named them. */
  readonly targets: readonly string[];
  readonly change: MailData['confirmed']['change'];
}

/** The mail that a reservation was made or cancelled, with its calendar entry, to the contact in the contact's language. */
export function confirmationMail(config: Config, confirmed: Confirmed, now: Instant): NewMail {
  const { reservation, contact, organisationName, targets, change } = confirmed;
  const { id, organisationId, opensAt, closesAt, calendarSequence } = reservation;
  const data: MailData['confirmed'] = {
    sender: senderOf(config),
    recipient: { name: contact.name, address: contact.email, organisation: organisationName },
    booked: {
      id,
      window: { opensAt, closesAt },
      targets,
      url: new URL(`/reservations/${id}`, config.url).href,
      sourceAddresses: config.sourceAddresses,
    },
    change,
    sequence: calendarSequence,
    at: now,
  };
  return {
    kind: 'confirmed',
    dedupeKey: `confirmed:${id}:${contact.id}:${calendarSequence}`,
    organisationId,
    reservationId: id,
    to: { name: contact.name, address: contact.email },
    locale: contact.locale,
    content: composeMail('confirmed', data, contact.locale),
    messageIdHost: config.url.hostname,
  };
}
