import { z } from 'zod';
import { excerpt, line, observed } from '../limits.ts';

/** What a request was made for; checks look it up by this name. */
export const httpPurposes = [
  'root', // GET / ; redirects on the same host are followed, each its own exchange
  'redirected', // a redirect of `root` followed (same address only)
  'missing-page', // GET of a random path: the soft-404 control
  'security-txt',
  'git-head',
  'git-config',
  'env',
  'server-status',
  'phpinfo',
  'directory', // a folder that the root page links to
] as const;

const response = z.strictObject({
  status: z.int().min(100).max(999),
  headers: z.array(z.tuple([line, z.string().max(8192)])).max(128),
  /** The first 16 KiB, decoded as the response says, control characters kept. */
  body: excerpt,
  bodyBytes: z.int().min(0),
  elapsedMs: z.number().min(0),
});

/** GET requests to one endpoint under one name. */
export const httpResponseSchema = z.strictObject({
  scheme: z.enum(['http', 'https']),
  /** The name or address that was asked for, without the port. */
  host: line,
  exchanges: z
    .array(z.strictObject({ purpose: z.enum(httpPurposes), url: line, response: observed(response) }))
    .max(64),
});
