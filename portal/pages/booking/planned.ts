import type { ContactRow } from '@enkaku/shared/db/contact.ts';
import { encodeJson } from '@enkaku/shared/db/json.ts';
import type { Membership } from '@enkaku/shared/db/membership.ts';
import { newId } from '@enkaku/shared/db/new-id.ts';
import type { ReservationRow } from '@enkaku/shared/db/reservation.ts';
import type { ReservationId } from '@enkaku/shared/model/id.ts';
import type { Instant } from '@enkaku/shared/model/instant.ts';
import type { Locale } from '@enkaku/shared/model/text.ts';
import type { Viewer } from '../../http/env.ts';
import type { WantedBooking } from './read-booking.ts';

export interface Booker {
  readonly viewer: Viewer;
  readonly membership: Membership;
  readonly locale: Locale;
}

/** The rows to be: known before anything is stored, so that the mail can be drawn from them. */
export interface Planned {
  readonly reservation: ReservationRow;
  readonly contact: Omit<ContactRow, 'rank'>;
}

export function plannedReservation(
  by: Booker,
  id: ReservationId,
  booking: WantedBooking,
  now: Instant,
): Planned {
  const { organisationId } = by.membership;
  const contact =
    booking.contact.outcome === 'known'
      ? booking.contact.contact
      : { ...booking.contact.contact, id: newId('con'), organisationId, locale: by.locale, createdAt: now };
  const reservation: ReservationRow = {
    id,
    organisationId,
    contactId: contact.id,
    state: 'confirmed',
    opensAt: booking.window.opensAt,
    closesAt: booking.window.closesAt,
    locale: by.locale,
    ports: booking.ports,
    purpose: 'booking',
    hosts: booking.estimate.hosts,
    workMs: Math.round(booking.estimate.workMs),
    optIns: encodeJson(booking.optIns),
    createdBy: by.viewer.id,
    createdAt: now,
    stoppedAt: null,
    stoppedBy: null,
    calendarSequence: 0,
    failure: null,
  };
  return { reservation, contact };
}
