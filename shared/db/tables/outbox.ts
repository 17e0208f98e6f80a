import type { MailId, OrganisationId, ReservationId } from '../../model/id.ts';
import type { Instant } from '../../model/instant.ts';
import type { Locale } from '../../model/text.ts';
import type { JsonText } from '../json.ts';

export type MailKind = 'invitation' | 'confirmed' | 'reminder' | 'started' | 'finished' | 'could-not-run';

export interface MailAttachment {
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
}

/** A mail, written in the same transaction as what it tells. `messageId` makes its delivery idempotent. */
export interface OutboxTable {
  id: MailId;
  messageId: string;
  kind: MailKind;
  /** One mail of a kind for one subject and recipient, ever. */
  dedupeKey: string;
  organisationId: OrganisationId | null;
  reservationId: ReservationId | null;
  toName: string;
  toAddress: string;
  locale: Locale;
  subject: string;
  text: string;
  /** The page as it was composed, and as it was drawn: null until its first delivery. */
  mjml: string;
  html: string | null;
  attachments: JsonText<readonly MailAttachment[]>;
  /** What goes instead where the recipient's server has no verified TLS; null: the mail holds no finding. */
  summaryText: string | null;
  summaryMjml: string | null;
  summaryHtml: string | null;
  state: 'queued' | 'sending' | 'sent' | 'sent-summary' | 'failed';
  attempts: number;
  nextAttemptAt: Instant;
  lastError: string | null;
  createdAt: Instant;
  sentAt: Instant | null;
}
