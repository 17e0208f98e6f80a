import type { Store } from '@enkaku/shared/db/open.ts';
import { claimMail, type MailRow, settleMail } from '@enkaku/shared/db/outbox.ts';
import { MailTemplateError } from '@enkaku/shared/mail/draw.ts';
import { addMs, type Instant } from '@enkaku/shared/model/instant.ts';
import { drawOnce } from './delivery/draw-once.ts';
import { emlFiles } from './delivery/eml-files.ts';
import type { Carrier, Outcome } from './delivery/outcome.ts';
import { smtp } from './delivery/smtp.ts';
import { parseSmtpUrl } from './delivery/smtp-server.ts';

export interface DeliveryConfig {
  /** `smtp://…` or `smtps://…`; null: mails become .eml files. */
  readonly smtpUrl: string | null;
  readonly outboxDir: string;
  /** `NAME <ADDRESS>`. */
  readonly from: string;
  /** An extra trust anchor for the mail server's certificate, PEM. */
  readonly smtpCa?: string | null;
}

/** What became of a mail in this round. */
export type Delivery = Outcome & { readonly id: MailRow['id']; readonly failedForGood: boolean };

const minuteMs = 60_000;
const pausesMs = [1, 2, 5, 15, 60].map((minutes) => minutes * minuteMs);
const mostAttempts = 10;
const leaseMs = 5 * minuteMs;
const mostAtOnce = 100;

/**
 * Delivers what is due. A mail is granted before it is sent and settled after; a sender that dies between the server's
 * answer and the settling is the one case in which a mail goes twice, and then under the same Message-ID.
 * @throws InvalidSmtpUrlError
 */
export async function deliverMail(
  store: Store,
  config: DeliveryConfig,
  now: Instant,
): Promise<readonly Delivery[]> {
  using carrier = carrierOf(config);
  const begun = performance.now();
  const deliveries: Delivery[] = [];
  while (deliveries.length < mostAtOnce) {
    const at = addMs(now, Math.floor(performance.now() - begun));
    const mail = await claimMail(store.db, store.engine, at, addMs(at, leaseMs));
    if (mail === undefined) break;
    deliveries.push(await deliverOne(store, carrier, mail, at));
  }
  return deliveries;
}

async function deliverOne(store: Store, carrier: Carrier, mail: MailRow, at: Instant): Promise<Delivery> {
  const outcome: Outcome =
    mail.attempts > mostAttempts
      ? { outcome: 'refused', error: mail.lastError ?? 'its senders died' }
      : await carry(store, carrier, mail);
  const failedForGood =
    outcome.outcome === 'refused' || (outcome.outcome === 'deferred' && mail.attempts >= mostAttempts);
  await settleMail(store.db, mail, changeOf(outcome, failedForGood, mail.attempts, at));
  return { ...outcome, id: mail.id, failedForGood };
}

/** A template that cannot be drawn is a fault of this version: the mail waits for the next. */
async function carry(store: Store, carrier: Carrier, mail: MailRow): Promise<Outcome> {
  try {
    return await carrier.carry(await drawOnce(store, mail));
  } catch (error) {
    if (!(error instanceof MailTemplateError)) throw error;
    return { outcome: 'deferred', error: error.message };
  }
}

function changeOf(
  outcome: Outcome,
  failedForGood: boolean,
  attempts: number,
  at: Instant,
): Parameters<typeof settleMail>[2] {
  if (!('error' in outcome)) {
    return { state: outcome.outcome, sentAt: at, lastError: null };
  }
  if (failedForGood) return { state: 'failed', lastError: outcome.error };
  const pauseMs = pausesMs[Math.min(attempts, pausesMs.length) - 1] ?? minuteMs;
  return { state: 'queued', nextAttemptAt: addMs(at, pauseMs), lastError: outcome.error };
}

function carrierOf({ smtpUrl, outboxDir, from, smtpCa = null }: DeliveryConfig): Carrier {
  return smtpUrl === null ? emlFiles(outboxDir, from) : smtp(parseSmtpUrl(smtpUrl), { from, ca: smtpCa });
}
