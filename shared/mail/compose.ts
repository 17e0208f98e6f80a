import type { Locale } from '../model/text.ts';
import type { ComposedMail } from './composed.ts';
import { composers } from './composers.ts';
import { calendarOf } from './confirmed/calendar.ts';
import type { MailData, MailKind } from './data.ts';

/** A mail as the outbox takes it: complete but for its page, which is drawn when it is delivered (`draw.ts`). */
export interface MailContent extends ComposedMail {
  readonly attachments: readonly {
    readonly name: string;
    readonly mediaType: string;
    readonly text: string;
  }[];
}

export function composeMail<K extends MailKind>(kind: K, data: MailData[K], locale: Locale): MailContent {
  return { ...composers[kind](data, locale), attachments: attachmentsOf(kind, data, locale) };
}

function attachmentsOf<K extends MailKind>(
  kind: K,
  data: MailData[K],
  locale: Locale,
): MailContent['attachments'] {
  if (kind !== 'confirmed') return [];
  const { method, text } = calendarOf(data as MailData['confirmed'], locale);
  return [{ name: 'calendar.ics', mediaType: `text/calendar; charset=utf-8; method=${method}`, text }];
}
