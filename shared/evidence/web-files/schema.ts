import { z } from 'zod';
import { httpAnswerSchema, httpExchangeSchema } from '../http-answer.ts';
import { hex, limits, line, observed } from '../limits.ts';

/** What a request was made for; checks look it up by this name. One purpose may have several paths. */
export const filePurposes = [
  'root', // GET / ; redirects on the same origin are followed, each its own exchange
  'redirected',
  'control', // a random name: twice at the root, and twice beside whatever was answered with 200
  'icon',
  'directory', // a folder that the root page links to
  'script', // a script of the front page on the same host
  'git-head',
  'git-config',
  'svn',
  'hg',
  'ds-store',
  'env',
  'backup',
  'sql-dump',
  'htpasswd',
  'web-config',
  'wp-config',
  'server-status',
  'phpinfo',
  'actuator',
  'metrics',
  'tomcat-manager',
  'phpmyadmin',
  'jenkins',
  'solr',
  'weblogic',
  'jboss',
  'movable-type',
  'wordpress',
  'ec-cube',
  'owa', // Outlook on the web
  'roundcube',
  'zimbra',
  'cms-version', // what a content management system says of its own version
] as const;

const digest = (characters: number) => z.string().regex(new RegExp(`^[0-9a-f]{${characters}}$`));

/** Secrets and people's data in `body` are struck out; it is empty where the purpose is a binary file. */
const fileAnswerSchema = httpAnswerSchema.extend({
  /** The first bytes of a binary file. */
  head: hex.max(128).nullable(),
  /** Of the whole body, as it came; null where the whole was not read. */
  digests: z.strictObject({ md5: digest(32), sha1: digest(40) }).nullable(),
});

/** Files and pages that one endpoint hands out under one name. GET only, nothing is downloaded whole. */
export const webFilesSchema = z.strictObject({
  scheme: z.enum(['http', 'https']),
  /** The name or address that was asked for, without the port. */
  host: line,
  exchanges: z
    .array(httpExchangeSchema(filePurposes).extend({ response: observed(fileAnswerSchema) }))
    .max(96),
  /** The scripts of the front page, whichever host they are on, in its order. */
  scripts: z.array(line).max(limits.list),
});
