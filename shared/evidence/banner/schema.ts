import { z } from 'zod';
import { hex, limits, observed } from '../limits.ts';

/** The first bytes a TCP service says by itself (telnet, ftp …), at most 1 KiB. Nothing is sent. */
export const bannerSchema = z.strictObject({
  greeting: observed(z.strictObject({ bytes: hex, text: z.string().max(limits.line) })),
});
