import { decodeJson } from '@enkaku/shared/db/json.ts';
import type { MailAttachment } from '@enkaku/shared/db/tables/outbox.ts';
import { parseSender } from '@enkaku/shared/mail/sender.ts';
import type { SendMailOptions } from 'nodemailer';
import type { DrawnMail } from './draw-once.ts';

/** A row of the outbox as nodemailer takes it. The same row gives the same message, Message-ID and date included. */
export function messageOf(mail: DrawnMail, from: string, form: 'whole' | 'summary'): SendMailOptions {
  const whole = form === 'whole' || mail.summaryText === null;
  const attachments = whole ? decodeJson(mail.attachments) : [];
  const calendar = attachments.find(isCalendar);
  return {
    from: parseSender(from),
    to: { name: mail.toName, address: mail.toAddress },
    subject: mail.subject,
    messageId: mail.messageId,
    date: new Date(mail.createdAt),
    text: whole ? mail.text : (mail.summaryText ?? ''),
    html: whole ? mail.html : (mail.summaryHtml ?? ''),
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.locale },
    attachments: attachments
      .filter((attachment) => !isCalendar(attachment))
      .map(({ name, mediaType, text }) => ({ filename: name, contentType: mediaType, content: text })),
    ...(calendar === undefined ? {} : { icalEvent: icalOf(calendar) }),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function isCalendar({ mediaType }: MailAttachment): boolean {
  return mediaType.startsWith('text/calendar');
}

function icalOf({ name, mediaType, text }: MailAttachment): NonNullable<SendMailOptions['icalEvent']> {
  return { method: /method=(\w+)/.exec(mediaType)?.[1] ?? 'PUBLISH', filename: name, content: text };
}
