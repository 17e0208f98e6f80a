import { decodeJson } from '@enkaku/shared/db/json.ts';
import type { OutboxTable } from '@enkaku/shared/db/tables/outbox.ts';
import { formatInstant } from '@enkaku/shared/model/format-date.ts';
import type { Selectable } from 'kysely';
import { speak } from '../../layout/catalogue.ts';
import { type Html, html, nothing } from '../../layout/html.ts';
import { layout } from '../../layout/layout.ts';
import type { View } from '../../layout/view.ts';
import { mailboxText, mailStateText } from './text.ts';

export type Mail = Selectable<OutboxTable>;
export type MailHead = Pick<Mail, 'id' | 'subject' | 'toName' | 'toAddress' | 'createdAt' | 'state'>;

export function mailboxPage(view: View, mails: readonly MailHead[]): Html {
  const t = speak(mailboxText, view.locale);
  return layout(view, {
    title: t.title,
    width: 'wide',
    main: html`<h1>${t.title}</h1><p class="lead">${t.lead}</p>
      ${
        mails.length === 0
          ? html`<p class="empty">${t.empty}</p>`
          : html`<table class="table">
        <thead><tr><th scope="col">${t.subject}</th><th scope="col">${t.to}</th><th scope="col">${t.at}</th><th scope="col">${t.state}</th></tr></thead>
        <tbody>${mails.map(
          (
            mail,
          ) => html`<tr><th scope="row" data-label="${t.subject}"><a href="/dev/mailbox/${mail.id}"><bdi>${mail.subject}</bdi></a></th>
            <td data-label="${t.to}"><bdi>${mail.toName}</bdi> <small><bdi>${mail.toAddress}</bdi></small></td>
            <td data-label="${t.at}">${formatInstant(mail.createdAt, view.locale)}</td>
            <td data-label="${t.state}">${mailStateText[mail.state][view.locale]}</td></tr>`,
        )}</tbody></table>`
      }`,
  });
}

export function mailPage(view: View, mail: Mail): Html {
  const t = speak(mailboxText, view.locale);
  const attachments = decodeJson(mail.attachments);
  return layout(view, {
    title: mail.subject,
    width: 'wide',
    main: html`<h1><bdi>${mail.subject}</bdi></h1>
      <dl class="facts"><dt>${t.to}</dt><dd><bdi>${mail.toName}</bdi> &lt;<bdi>${mail.toAddress}</bdi>&gt;</dd>
        <dt>${t.at}</dt><dd>${formatInstant(mail.createdAt, view.locale)}</dd>
        ${
          attachments.length === 0
            ? nothing
            : html`<dt>${t.attachments}</dt><dd>${attachments.map(
                (one, index) =>
                  html`<a href="/dev/mailbox/${mail.id}/attachments/${index}"><bdi>${one.name}</bdi></a> `,
              )}</dd>`
        }</dl>
      ${mail.html === null ? nothing : html`<h2>${t.html}</h2><iframe class="mail-frame" title="${t.html}" sandbox="" src="/dev/mailbox/${mail.id}/html"></iframe>`}
      <h2>${t.plain}</h2><pre class="code code--wrap" tabindex="0"><bdi>${mail.text}</bdi></pre>`,
  });
}
