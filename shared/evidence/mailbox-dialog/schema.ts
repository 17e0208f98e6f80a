import { z } from 'zod';
import { line, observed } from '../limits.ts';

const lines = z.array(line).max(64);

/** IMAP or POP3 up to the login, which is never tried. With implicit TLS nothing is asked in the clear. */
export const mailboxDialogSchema = z.strictObject({
  protocol: z.enum(['imap', 'pop3']),
  implicitTls: z.boolean(),
  greeting: observed(line),
  /** The answer to CAPABILITY or CAPA in the clear, line by line without its end; `no`: refused. */
  capabilities: observed(lines),
  /** The answer to STARTTLS or STLS; `no`: not offered, or refused. */
  starttls: observed(line),
  capabilitiesInTls: observed(lines),
  /**
   * A second command in one segment with STARTTLS: `yes` with its answer when that came inside TLS; `no` when the
   * server answered only what it was asked in TLS, or refused STARTTLS or the handshake, but only with a command
   * behind it.
   */
  injection: observed(line),
});
export type MailboxDialog = z.infer<typeof mailboxDialogSchema>;
