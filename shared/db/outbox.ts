import { type Kysely, type Selectable, sql } from 'kysely';
import type { MailId, OrganisationId, ReservationId } from '../model/id.ts';
import type { Instant } from '../model/instant.ts';
import type { Locale } from '../model/text.ts';
import type { Database } from './database.ts';
import type { Engine } from './engine.ts';
import { encodeJson } from './json.ts';
import { newId } from './new-id.ts';
import type { MailAttachment, MailKind, OutboxTable } from './tables/outbox.ts';

export type MailRow = Selectable<OutboxTable>;

export interface MailContent {
  readonly subject: string;
  readonly text: string;
  readonly mjml: string;
  readonly attachments: readonly MailAttachment[];
}

/** A mail to be. `content` is what `composeMail` makes. */
export interface NewMail {
  readonly kind: MailKind;
  /** One mail of a kind for one subject and recipient, ever: `finished:rsv_…:con_…`. */
  readonly dedupeKey: string;
  readonly organisationId: OrganisationId | null;
  readonly reservationId: ReservationId | null;
  readonly to: { readonly name: string; readonly address: string };
  readonly locale: Locale;
  readonly content: MailContent;
  /** What goes instead where there is no verified TLS; only a mail that holds findings has one. */
  readonly summary?: Pick<MailContent, 'text' | 'mjml'>;
  /** The portal's host name, the right side of the Message-ID. */
  readonly messageIdHost: string;
}

/** Puts a mail into the outbox. Call it inside the transaction of what the mail tells. */
export async function insertMail(
  db: Kysely<Database>,
  mail: NewMail,
  now: Instant,
): Promise<'queued' | 'queued-before'> {
  const id: MailId = newId('mil');
  const result = await db
    .insertInto('outbox')
    .values({
      id,
      messageId: `<${id}@${mail.messageIdHost}>`,
      kind: mail.kind,
      dedupeKey: mail.dedupeKey,
      organisationId: mail.organisationId,
      reservationId: mail.reservationId,
      toName: oneLine(mail.to.name),
      toAddress: oneLine(mail.to.address),
      locale: mail.locale,
      subject: oneLine(mail.content.subject),
      text: mail.content.text,
      mjml: mail.content.mjml,
      html: null,
      attachments: encodeJson(mail.content.attachments),
      summaryText: mail.summary?.text ?? null,
      summaryMjml: mail.summary?.mjml ?? null,
      summaryHtml: null,
      state: 'queued',
      attempts: 0,
      nextAttemptAt: now,
      lastError: null,
      createdAt: now,
      sentAt: null,
    })
    .onConflict((conflict) => conflict.column('dedupeKey').doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n ? 'queued' : 'queued-before';
}

/** What becomes a header has no line ends and no other controls. */
function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
}

/**
 * Grants the next due mail for delivery, in one statement; undefined when none is due.
 * A mail whose sender died is due again at the end of its lease, under the same Message-ID.
 */
export async function claimMail(
  db: Kysely<Database>,
  engine: Engine,
  now: Instant,
  leaseExpiresAt: Instant,
): Promise<MailRow | undefined> {
  const due = db
    .selectFrom('outbox')
    .select('id')
    .where('state', 'in', ['queued', 'sending'])
    .where('nextAttemptAt', '<=', now)
    .orderBy('nextAttemptAt')
    .orderBy('id')
    .limit(1)
    .$if(engine.skipLocked, (query) => query.forUpdate().skipLocked());
  return await db
    .updateTable('outbox')
    .set({ state: 'sending', nextAttemptAt: leaseExpiresAt, attempts: sql`attempts + 1` })
    .where('id', '=', due)
    .returningAll()
    .executeTakeFirst();
}

/** Writes how a delivery ended. Without effect when the mail has been granted to somebody else since. */
export async function settleMail(
  db: Kysely<Database>,
  claimed: Pick<MailRow, 'id' | 'attempts'>,
  change: Partial<Pick<MailRow, 'state' | 'nextAttemptAt' | 'lastError' | 'sentAt'>>,
): Promise<void> {
  await db
    .updateTable('outbox')
    .set(change)
    .where('id', '=', claimed.id)
    .where('state', '=', 'sending')
    .where('attempts', '=', claimed.attempts)
    .execute();
}

/** Keeps what a mail looks like, once it was drawn. */
export async function keepPages(
  db: Kysely<Database>,
  id: MailId,
  pages: { readonly html: string; readonly summaryHtml: string | null },
): Promise<void> {
  await db.updateTable('outbox').set(pages).where('id', '=', id).execute();
}

export async function findMail(db: Kysely<Database>, id: MailId): Promise<MailRow | undefined> {
  return await db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst();
}
