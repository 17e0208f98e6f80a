import { z } from 'zod';
import { httpExchangeSchema } from '../http-answer.ts';
import { line } from '../limits.ts';

/** What a request was made for; checks look it up by this name. */
export const httpPurposes = [
  'root', // GET / ; redirects on the same host are followed, each its own exchange
  'redirected', // a redirect of `root` followed (same address only)
  'missing-page', // GET of a random path: the soft-404 control
  'security-txt',
  // Asked by older nodes; today they belong to the evidence `web-files`.
  'git-head',
  'git-config',
  'env',
  'server-status',
  'phpinfo',
  'directory', // a folder that the root page links to
  'page-http2', // the page that `root` ends in, once more over HTTP/2; `no` where the server does not speak it
  'robots',
  'login-page', // a page that the root page links to as its login
  'options', // OPTIONS of the root
  'trace', // TRACE of the root, with a random header
  'cors', // the page, asked for a foreign origin (a random name)
  'cors-null', // the page, asked for the origin `null`
  'foreign-host', // the root, under a random name as Host
  'no-host', // the root over HTTP/1.0, without Host
  'foreign-link', // the page, with a random foreign address in its query; compression allowed
  'ntlm', // the NTLM challenge of a page that offers it
] as const;

/** Requests to one endpoint under one name. */
export const httpResponseSchema = z.strictObject({
  scheme: z.enum(['http', 'https']),
  /** The name or address that was asked for, without the port. */
  host: line,
  exchanges: z.array(httpExchangeSchema(httpPurposes)).max(64),
});
