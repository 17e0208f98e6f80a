import { z } from 'zod';
import { excerpt, line, observed } from '../limits.ts';

/** What `https://mta-sts.DOMAIN/.well-known/mta-sts.txt` answers (RFC 8461 §3.3); no redirect is followed. */
export const mtaStsPolicySchema = z.strictObject({
  /** Whose policy it is: the name asked for without `mta-sts.`. */
  domain: line,
  response: observed(
    z.strictObject({
      status: z.int().min(100).max(999),
      contentType: line.nullable(),
      body: excerpt,
      /** False where the body was longer than what is kept, or broke off. */
      complete: z.boolean(),
    }),
  ),
});
