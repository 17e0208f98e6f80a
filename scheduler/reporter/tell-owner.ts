import type { Database } from '@enkaku/shared/db/database.ts';
import { insertMail } from '@enkaku/shared/db/outbox.ts';
import type { ReservationRow } from '@enkaku/shared/db/reservation.ts';
import { composeMail, type MailContent } from '@enkaku/shared/mail/compose.ts';
import type { Instant } from '@enkaku/shared/model/instant.ts';
import type { Kysely } from 'kysely';
import type { Message, TellOwner } from '../jobs/work.ts';
import { mailToOwner, type Owner, readOwner } from './owner.ts';
import { pageUrl, type ReporterSettings } from './settings.ts';

/** Puts what the owner is to know into the outbox, in the transaction of what happened. */
export function tellOwner(settings: ReporterSettings): TellOwner {
  return async (
    trx: Kysely<Database>,
    message: Message,
    reservation: ReservationRow,
    now: Instant,
  ): Promise<void> => {
    const owner = await readOwner(trx, settings, reservation);
    const content = contentOf(settings, message, owner, reservation, now);
    await insertMail(trx, mailToOwner(owner, reservation, message.kind, content), now);
  };
}

function contentOf(
  settings: ReporterSettings,
  message: Message,
  { sender, recipient, booked }: Owner,
  { locale }: ReservationRow,
  now: Instant,
): MailContent {
  switch (message.kind) {
    case 'started':
      return composeMail('started', { sender, recipient, booked, startedAt: now }, locale);
    case 'reminder':
      return composeMail('reminder', { sender, recipient, booked }, locale);
    case 'could-not-run': {
      const { reason, slot } = message;
      const bookingUrl = pageUrl(settings, '/reservations/new');
      return composeMail(
        'could-not-run',
        { sender, recipient, booked, reason, proposed: slot, bookingUrl },
        locale,
      );
    }
  }
}
