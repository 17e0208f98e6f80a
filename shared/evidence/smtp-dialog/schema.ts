import { z } from 'zod';
import { limits, line, observed } from '../limits.ts';

const reply = z.strictObject({ code: z.int().min(200).max(599), lines: z.array(line).max(64) });

/** Up to three SMTP sessions, never with DATA. With implicit TLS the only EHLO is `ehloInTls`. */
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
  /**
   * NOOP sent in one piece with STARTTLS, then one more inside TLS. `yes`: both were answered there, so the first was
   * carried into TLS (CVE-2011-0411). `no`: one answer came.
   */
  injection: observed(z.array(reply).length(2)),
  /** What greets in clear text where TLS was expected from the start; asked only where the answer to TLS was garbled. */
  plainBanner: observed(reply),
  vrfy: z.strictObject({ postmaster: observed(reply), random: observed(reply) }),
  transcript: z.array(z.strictObject({ from: z.enum(['client', 'server']), text: line })).max(limits.list),
});
export type SmtpReply = z.infer<typeof reply>;
