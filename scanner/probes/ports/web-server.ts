import { answered, type Service } from './service.ts';

/** How web servers call themselves in `Server`, what nmap calls them, and their CPE. */
const servers: readonly (readonly [sign: RegExp, product: string, cpe: string])[] = [
  [/^nginx(?:\/([\d.]+))?/i, 'nginx', 'a:igor_sysoev:nginx'],
  [/^Apache-Coyote\/([\d.]+)/, 'Apache Tomcat/Coyote JSP engine', 'a:apache:coyote_http_connector'],
  [/^Apache(?:\/([\d.]+))?/, 'Apache httpd', 'a:apache:http_server'],
  [/^Microsoft-IIS\/([\d.]+)/, 'Microsoft IIS httpd', 'a:microsoft:internet_information_services'],
  [/^lighttpd(?:\/([\d.]+))?/, 'lighttpd', 'a:lighttpd:lighttpd'],
  [/^squid\/([\d.]+)/, 'Squid http proxy', 'a:squid-cache:squid'],
  [/^CUPS\/([\d.]+)/, 'CUPS', 'a:apple:cups'],
  [/^BigIP$/i, 'F5 BIG-IP load balancer httpd', 'o:f5:big-ip'],
];

/** A web server by the head of its answer; undefined where it is no HTTP (RFC 9112 §4). */
export function recogniseWebServer(bytes: Buffer): Service | undefined {
  const text = bytes.toString('latin1');
  if (!/^HTTP\/1\.[01] \d{3}[ \r]/.test(text)) return undefined;
  const head = text.slice(0, text.indexOf('\r\n\r\n') === -1 ? undefined : text.indexOf('\r\n\r\n'));
  const server = /\r\nserver:[ \t]*([^\r\n]{1,200})/i.exec(head)?.[1]?.trim();
  if (server === undefined) return answered('http');
  for (const [sign, product, cpe] of servers) {
    const match = sign.exec(server);
    if (match === null) continue;
    const rest = server.slice(match[0].length).trim();
    return answered(product.endsWith('proxy') ? 'http-proxy' : 'http', {
      product,
      version: match[1] ?? null,
      extraInfo: rest === '' ? null : rest,
      cpe,
    });
  }
  const [, product, version] = /^([^/]{1,100})(?:\/([\w.-]{1,40}))?/.exec(server) ?? [];
  return answered('http', { product: product ?? null, version: version ?? null });
}

/** A TLS alert in answer to plain text, or nginx's and Apache's words for it. */
export function wantsTls(bytes: Buffer): boolean {
  if (bytes.length >= 3 && bytes[0] === 0x15 && bytes[1] === 3) return true;
  return /^HTTP\/1\.[01] 400 [\s\S]{0,4096}(?:plain HTTP request was sent to HTTPS port|speaking plain HTTP to an SSL-enabled server port)/.test(
    bytes.toString('latin1'),
  );
}
