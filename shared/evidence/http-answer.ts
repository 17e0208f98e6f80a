import { z } from 'zod';
import { line, observed } from './limits.ts';

/** Characters of a body that are kept at most: a page's links and scripts stand in its beginning. */
export const storedCharacters = 65_536;

/** What a web server answered, as raw as it can be kept. */
export const httpAnswerSchema = z.strictObject({
  status: z.int().min(100).max(999),
  headers: z.array(z.tuple([line, z.string().max(8192)])).max(128),
  /** The beginning, decoded as the response says, control characters kept. */
  body: z.string().max(storedCharacters),
  bodyBytes: z.int().min(0),
  /** Whether `body` is all of it: false where we cut it, and where the server broke off. */
  complete: z.boolean(),
  elapsedMs: z.number().min(0),
  /** Our clock when the last byte came; null where it was not noted. */
  receivedAt: z.iso.datetime().nullable(),
});

const httpMethods = ['GET', 'HEAD', 'OPTIONS', 'TRACE'] as const;
const httpProtocols = ['HTTP/1.0', 'HTTP/1.1', 'HTTP/2'] as const;

/** One request and its answer. `purpose` tells what it was made for; checks look it up by that name. */
export function httpExchangeSchema<const P extends readonly string[]>(purposes: P) {
  return z.strictObject({
    purpose: z.enum(purposes),
    method: z.enum(httpMethods),
    /** As we spoke it. */
    protocol: z.enum(httpProtocols),
    url: line,
    /** Request headers beside the usual ones, or in their place. */
    sent: z.array(z.tuple([line, line])).max(16),
    response: observed(httpAnswerSchema),
  });
}
