import { z } from 'zod';
import { excerpt, hex, line, observed } from '../limits.ts';

const record = z.strictObject({ name: line, type: line, data: excerpt });

/** One question to the resolver and what came of it. */
const lookup = z.strictObject({
  name: line,
  type: z.enum(['TXT', 'MX', 'A', 'AAAA']),
  answer: observed(
    z.strictObject({
      rcode: z.int().min(0).max(4095),
      /** The resolver validated it (RFC 4035 §3.2.3). */
      ad: z.boolean(),
      /** CNAMEs on the way among them; TXT strings are joined without a space. */
      records: z.array(record).max(256),
      raw: hex,
    }),
  ),
});

/**
 * Everything that RFC 7208, RFC 7489 and its successor, RFC 6376, RFC 8461, RFC 8460 and BIMI have one look up about a
 * domain: evaluation needs no further question. Endpoint: the domain.
 */
export const mailDomainSchema = z.strictObject({
  lookups: z.array(lookup).max(256),
  /** False where a limit of ours came first: what is not among the lookups was then not asked. */
  complete: z.boolean(),
});
export type MailLookup = z.infer<typeof lookup>;
