import { z } from 'zod';
import { httpExchangeSchema } from '../http-answer.ts';
import { line } from '../limits.ts';

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

/** Requests to one endpoint under one name. */
export const httpResponseSchema = z.strictObject({
  scheme: z.enum(['http', 'https']),
  /** The name or address that was asked for, without the port. */
  host: line,
  exchanges: z.array(httpExchangeSchema(httpPurposes)).max(64),
});
