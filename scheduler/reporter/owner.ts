import { findContact } from '@enkaku/shared/db/contact.ts';
import type { Database } from '@enkaku/shared/db/database.ts';
import { findOrganisation, type OrganisationRow } from '@enkaku/shared/db/organisation.ts';
import type { MailContent, NewMail } from '@enkaku/shared/db/outbox.ts';
import { listReservationAssets, type ReservationRow } from '@enkaku/shared/db/reservation.ts';
import type { MailData, MailKind, Recipient, Sender } from '@enkaku/shared/mail/data.ts';
import type { Kysely } from 'kysely';
import { pageUrl, type ReporterSettings, senderOf } from './settings.ts';

/** Whom a reservation belongs to, and what every mail about it says. */
export interface Owner {
  readonly organisation: OrganisationRow;
  readonly sender: Sender;
  readonly recipient: Recipient;
  readonly booked: MailData['reminder']['booked'];
}

/** @throws Error when the rows that every reservation refers to are gone */
export async function readOwner(
  db: Kysely<Database>,
  settings: ReporterSettings,
  reservation: ReservationRow,
): Promise<Owner> {
  const { id, organisationId, contactId, opensAt, closesAt } = reservation;
  const organisation = await findOrganisation(db, organisationId);
  const contact = await findContact(db, organisationId, contactId);
  if (organisation === undefined || contact === undefined) throw new Error(`${id} has no owner`);
  const assets = await listReservationAssets(db, id);
  return {
    organisation,
    sender: senderOf(settings),
    recipient: { name: contact.name, address: contact.email, organisation: organisation.name },
    booked: {
      id,
      window: { opensAt, closesAt },
      targets: assets.map(({ label, value }) => (label === value ? value : `${label} (${value})`)),
      url: pageUrl(settings, `/reservations/${id}`),
      sourceAddresses: settings.sourceAddresses,
    },
  };
}

/** A mail to the owner of a reservation, in the language it was booked in; each kind is told once. */
export function mailToOwner(
  { recipient, sender }: Owner,
  { id, organisationId, locale }: ReservationRow,
  kind: MailKind,
  content: MailContent,
  summary?: MailContent,
): NewMail {
  return {
    kind,
    dedupeKey: `${kind}:${id}`,
    organisationId,
    reservationId: id,
    to: { name: recipient.name, address: recipient.address },
    locale,
    content,
    messageIdHost: new URL(sender.portalUrl).hostname,
    ...(summary === undefined ? {} : { summary }),
  };
}
