import type { SmtpReply } from '@enkaku/shared/evidence/smtp-dialog/schema.ts';
import { no, type Observed, unknown, yes } from '@enkaku/shared/model/observed.ts';

const greeting = 220;

export type Reply = Observed<SmtpReply>;

/** 2xx is yes, 5xx the server's own no; 4xx ("not now": greylisting, a full queue) and 421 tell nothing. */
export function outcomeOf(reply: SmtpReply): Reply {
  if (reply.code < 400) return yes(reply);
  return reply.code < 500 ? unknown('blocked') : no;
}

/**
 * What came inside TLS after NOOP was sent once before and once within. A greeting that is repeated inside TLS is no
 * answer to anything, and two answers that differ are not both to NOOP.
 */
export function injectionOutcomeOf(replies: readonly SmtpReply[]): Observed<SmtpReply[]> {
  const [first, second, ...more] = replies;
  if (first === undefined || first.code === greeting || more.length > 0) return unknown('garbled');
  if (second === undefined) return no;
  return first.code === second.code ? yes([first, second]) : unknown('garbled');
}

/**
 * RCPT for somebody else's domain: only 250 and 251 (RFC 5321 §4.2.3) accept it; 252 and 354 would promise nothing.
 */
export function relayOutcomeOf(rcpt: SmtpReply): Reply {
  const outcome = outcomeOf(rcpt);
  return outcome.outcome === 'yes' && rcpt.code !== 250 && rcpt.code !== 251 ? unknown('garbled') : outcome;
}

/**
 * Our sender was refused before there was a recipient: 530 (authenticate first, RFC 4954 §6) refuses every relaying;
 * anything else may be about our made-up domain alone.
 */
export function relayOutcomeWithoutRcpt(mail: SmtpReply): Reply {
  return mail.code === 530 ? no : unknown('blocked');
}
