import type { Store } from '@enkaku/shared/db/open.ts';
import { keepPages, type MailRow } from '@enkaku/shared/db/outbox.ts';
import { drawMail } from '@enkaku/shared/mail/draw.ts';

/** A mail with its pages. */
export type DrawnMail = MailRow & { readonly html: string };

/** Draws a mail at its first delivery and keeps the pages: another attempt sends the same bytes. */
export async function drawOnce({ db }: Store, mail: MailRow): Promise<DrawnMail> {
  if (mail.html !== null) return { ...mail, html: mail.html };
  const html = await drawMail(mail.mjml);
  const summaryHtml = mail.summaryMjml === null ? null : await drawMail(mail.summaryMjml);
  await keepPages(db, mail.id, { html, summaryHtml });
  return { ...mail, html, summaryHtml };
}
