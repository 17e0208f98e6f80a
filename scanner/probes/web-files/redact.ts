import type { FilePurpose } from './exchange.ts';

/**
 * What a file that should not be public says of secrets and of people stays where it is: names prove the finding,
 * values are of no use to anyone but an attacker. They are struck out before the evidence leaves the node.
 */
const strikeOut: Partial<Readonly<Record<FilePurpose, (body: string) => string>>> = {
  env: (body) =>
    body.replaceAll(/^([ \t]*(?:export[ \t]+)?[A-Za-z_][A-Za-z0-9_.]{0,80}[ \t]*=).+$/gm, '$1***'),
  'git-config': (body) => body.replaceAll(/(:\/\/)[^/@\s]{1,500}@/g, '$1***@'),
  htpasswd: (body) =>
    body.replaceAll(
      /^([\w.@-]{1,100}:)(?:(\$(?:apr1|2[aby]|5|6)\$|\{SHA\})\S{1,200}|[./0-9A-Za-z]{13})(?=\s*$)/gm,
      '$1$2***',
    ),
  'web-config': (body) =>
    body.replaceAll(
      /\b(connectionString|password|pwd|value|decryptionKey|validationKey|userName)(\s{0,5}=\s{0,5})(?:"[^"]*"?|'[^']*'?)/gi,
      '$1$2"***"',
    ),
  'wp-config': (body) => body.replaceAll(/(define\(\s{0,5}['"]\w{1,60}['"]\s{0,5},)[^\n]*/g, '$1 ***);'),
  'sql-dump': (body) =>
    body.replace(/\bVALUES\b[\s\S]*/i, 'VALUES ***').replace(/(\bFROM stdin;)[\s\S]*/i, '$1 ***'),
  /** Its cells hold the environment of the server, passwords and cookies among it. */
  phpinfo: (body) => body.replaceAll(/(<td class="v">)(?:(?!<\/td>)[\s\S])*/g, '$1***'),
  /** Who is looking at which page: Apache's table of workers, lighttpd's of connections. */
  'server-status': (body) =>
    body.replace(/<table border="0">[\s\S]*/, '***').replaceAll(/(<td class="string">)[^<]*/g, '$1***'),
  /** Debug pages print the settings of the application. */
  control: (body) =>
    body.replaceAll(
      /((?:KEY|SECRET|PASSWORD|PASSWD|TOKEN)\w{0,20}["'&;quot\s:=>]{1,20})[^\s<"'&]{4,200}/g,
      '$1***',
    ),
};

export function redact(purpose: FilePurpose, body: string): string {
  return strikeOut[purpose]?.(body) ?? body;
}
