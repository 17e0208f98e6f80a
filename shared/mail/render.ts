import type { Locale } from '../model/text.ts';
import { composers } from './composers.ts';
import { calendarOf } from './confirmed/calendar.ts';
import type { MailData, MailKind } from './data.ts';

/** A mail as the outbox keeps it. */
export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly {
    readonly name: string;
    readonly mediaType: string;
    readonly text: string;
  }[];
}

export class MailTemplateError extends Error {
  override readonly name = 'MailTemplateError';
  readonly code = 'mail-template';
}

/** @throws MailTemplateError when the template itself is wrong; no data can make it so. */
export async function renderMail<K extends MailKind>(
  kind: K,
  data: MailData[K],
  locale: Locale,
): Promise<RenderedMail> {
  const { subject, text, mjml } = composers[kind](data, locale);
  // Loaded with the first mail: it brings a hundred megabytes that most processes never need.
  const { default: mjml2html } = await import('mjml');
  const { html, errors } = await mjml2html(mjml, {
    validationLevel: 'soft',
    fonts: {},
    ignoreIncludes: true,
  });
  const [error] = errors;
  if (error !== undefined) throw new MailTemplateError(`${kind}: ${error.formattedMessage}`);
  return { subject, text, html, attachments: attachmentsOf(kind, data, locale) };
}

function attachmentsOf<K extends MailKind>(
  kind: K,
  data: MailData[K],
  locale: Locale,
): RenderedMail['attachments'] {
  if (kind !== 'confirmed') return [];
  const { method, text } = calendarOf(data as MailData['confirmed'], locale);
  return [{ name: 'calendar.ics', mediaType: `text/calendar; charset=utf-8; method=${method}`, text }];
}
