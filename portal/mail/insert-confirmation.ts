import type { ContactRow } from '@enkaku/shared/db/contact.ts';
import type { Database } from '@enkaku/shared/db/database.ts';
import { insertMail } from '@enkaku/shared/db/outbox.ts';
import type { ReservationRow } from '@enkaku/shared/db/reservation.ts';
import type { MailData } from '@enkaku/shared/mail/data.ts';
import { renderMail } from '@enkaku/shared/mail/render.ts';
import type { Instant } from '@enkaku/shared/model/instant.ts';
import type { Kysely } from 'kysely';
import type { Config } from '../config.ts';
import { senderOf } from './sender.ts';

export interface Confirmed {
  readonly reservation: ReservationRow;
  readonly contact: ContactRow;
  readonly organisationName: string;
  /** As the owner named them. */
  readonly targets: readonly string[];
  readonly change: MailData['confirmed']['change'];
}

/** The mail that a reservation was made or cancelled, with its calendar entry, to the contact in the contact's language. */
export async function insertConfirmation(
  config: Config,
  db: Kysely<Database>,
  confirmed: Confirmed,
  now: Instant,
): Promise<void> {
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
  await insertMail(
    db,
    {
      kind: 'confirmed',
      dedupeKey: `confirmed:${id}:${contact.id}:${calendarSequence}`,
      organisationId,
      reservationId: id,
      to: { name: contact.name, address: contact.email },
      locale: contact.locale,
      content: await renderMail('confirmed', data, contact.locale),
      messageIdHost: config.url.hostname,
    },
    now,
  );
}
