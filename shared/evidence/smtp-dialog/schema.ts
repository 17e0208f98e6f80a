import { z } from 'zod';
import { limits, line, observed } from '../limits.ts';

const reply = z.strictObject({ code: z.int().min(200).max(599), lines: z.array(line).max(64) });

/** One or two SMTP sessions, never with DATA. With implicit TLS the only EHLO is `ehloInTls`. */
export const smtpDialogSchema = z.strictObject({
  implicitTls: z.boolean(),
  banner: observed(reply),
  ehlo: observed(reply),
  /** The reply to STARTTLS: `no` when EHLO does not list it or the server refuses it. */
  starttls: observed(reply),
  /** EHLO again, inside TLS. */
  ehloInTls: observed(reply),
  /** RCPT for a foreign domain from a foreign sender, then RSET. `no`: refused with 5xx; 4xx is unknown. */
  relay: observed(reply),
  vrfy: z.strictObject({ postmaster: observed(reply), random: observed(reply) }),
  transcript: z.array(z.strictObject({ from: z.enum(['client', 'server']), text: line })).max(limits.list),
});
export type SmtpReply = z.infer<typeof reply>;
