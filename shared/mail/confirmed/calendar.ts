import ical, { ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Locale } from '../../model/text.ts';
import { visible } from '../../report/visible.ts';
import type { MailData } from '../data.ts';

/** RFC 5545/5546: one UID a reservation for all time; a change raises SEQUENCE, and CANCEL takes it back. */
export function calendarOf(data: MailData['confirmed'], locale: Locale): { method: string; text: string } {
  const { booked, sender, recipient, change, sequence, at } = data;
  const cancelled = change === 'cancelled';
  const method = cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const calendar = ical({
    prodId: { company: 'Enkaku', product: 'Enkaku', language: locale === 'ja' ? 'JA' : 'EN' },
    method,
  });
  const title = locale === 'ja' ? '情報セキュリティ遠隔診断' : 'Remote information-security diagnosis';
  const whose = recipient.organisation === null ? '' : ` (${visible(recipient.organisation)})`;
  calendar.createEvent({
    id: `${booked.id}@${new URL(sender.portalUrl).hostname}`,
    sequence,
    stamp: new Date(at),
    start: new Date(booked.window.opensAt),
    end: new Date(booked.window.closesAt),
    summary: `${title}${whose}`,
    description: [...booked.targets.map(visible), booked.url].join('\n'),
    url: booked.url,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: visible(sender.name), email: sender.address },
    attendees: [
      {
        name: visible(recipient.name),
        email: recipient.address,
        rsvp: false,
        status: ICalAttendeeStatus.ACCEPTED,
      },
    ],
  });
  return { method, text: calendar.toString() };
}
