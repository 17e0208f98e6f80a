import { decodeJson } from '@enkaku/shared/db/json.ts';
import { findMail } from '@enkaku/shared/db/outbox.ts';
import type { MailId } from '@enkaku/shared/model/id.ts';
import type { Context } from '../../context.ts';
import { clientAddress, isLoopback } from '../../http/client-address.ts';
import { sendDownload } from '../../http/download.ts';
import type { Request } from '../../http/env.ts';
import { notFound } from '../../http/problem.ts';
import type { Route } from '../../http/route.ts';
import { viewOf } from '../../layout/view.ts';
import { anyone, centreStaff } from '../../policies/rule.ts';
import { type Mail, mailboxPage, mailPage } from './page.ts';

const shown = 200;
/** The mail's own styles need `unsafe-inline`; nothing else is allowed to it, and the sandbox takes scripts and origin away. */
const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'self'";

/**
 * /dev/mailbox, only where mails cannot leave: for the centre, and for whoever sits at this very machine. A portal
 * with a public address stands behind a proxy, which makes everybody look local: there it is for the centre alone.
 */
export function mailboxRoutes(context: Context): readonly Route[] {
  if (context.config.mailbox === 'hidden') return [];
  const { db } = context.store;
  const { hostname } = context.config.url;
  const isAtHome = hostname === 'localhost' || isLoopback(hostname);

  function admit(c: Request): void {
    const centre = c.get('viewer')?.memberships.some((one) => centreStaff.includes(one.role)) ?? false;
    if (!centre && !(isAtHome && isLoopback(clientAddress(c)))) throw notFound();
  }

  async function mail(c: Request): Promise<Mail> {
    admit(c);
    const id = c.req.param('id') as MailId;
    const found = await findMail(db, id);
    if (found === undefined) throw notFound();
    return found;
  }

  return [
    {
      method: 'GET',
      path: '/dev/mailbox',
      rule: anyone,
      async handle(c) {
        admit(c);
        const mails = await db
          .selectFrom('outbox')
          .select(['id', 'subject', 'toName', 'toAddress', 'createdAt', 'state'])
          .orderBy('createdAt', 'desc')
          .orderBy('id')
          .limit(shown)
          .execute();
        return c.html(mailboxPage(viewOf(context, c), mails));
      },
    },
    {
      method: 'GET',
      path: '/dev/mailbox/:id',
      rule: anyone,
      handle: async (c) => c.html(mailPage(viewOf(context, c), await mail(c))),
    },
    {
      method: 'GET',
      path: '/dev/mailbox/:id/html',
      rule: anyone,
      handle: async (c) => c.html((await mail(c)).html ?? '', 200, { 'Content-Security-Policy': mailPolicy }),
    },
    {
      method: 'GET',
      path: '/dev/mailbox/:id/attachments/:index',
      rule: anyone,
      async handle(c) {
        const attachment = decodeJson((await mail(c)).attachments)[Number(c.req.param('index'))];
        if (attachment === undefined) throw notFound();
        return sendDownload(c, { ...attachment, bytes: Buffer.from(attachment.text) });
      },
    },
  ];
}
