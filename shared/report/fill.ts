import type { Endpoint } from '../evidence/evidence.ts';
import type { Text } from '../model/text.ts';

/** `ns1.example.jp/192.0.2.1`: a finding about a zone begins with the name server that it was seen at. */
const nameServer = /^[^\s,/]+\/([0-9a-f.:]+)/;

/** A path goes into commands that people paste: one with other characters is left for them to fill in. */
const plainPath = /^\/[\w./~%+-]{0,300}$/;

/** Puts a finding's place where `{host}` `{name}` `{port}` `{domain}` `{server}` `{path}` stand. */
export function placeholders(endpoint: Endpoint, narrower = ''): (template: string) => string {
  const values: Readonly<Record<string, string>> = {
    host: endpoint.host,
    name: endpoint.name ?? endpoint.host,
    port: String(endpoint.port ?? ''),
    domain: endpoint.name ?? endpoint.host,
    path: plainPath.test(narrower) ? narrower : '/PATH',
    server: nameServer.exec(narrower)?.[1] ?? endpoint.host,
  };
  return (template) =>
    template.replace(
      /\{(host|name|port|domain|server|path)\}/g,
      (whole, key: string) => values[key] ?? whole,
    );
}

export function fillText(text: Text, fill: (template: string) => string): Text {
  return { ja: fill(text.ja), en: fill(text.en) };
}

/** `192.0.2.1:443/tcp www.example.jp /.git/`, `[2001:db8::1]:53/udp`, `example.jp`. */
export function placeOf(endpoint: Endpoint, narrower?: string): string {
  const literal = endpoint.host.includes(':') ? `[${endpoint.host}]` : endpoint.host;
  const where = endpoint.port === null ? endpoint.host : `${literal}:${endpoint.port}/${endpoint.transport}`;
  return [where, endpoint.name, narrower]
    .filter((part) => part !== null && part !== undefined && part !== '')
    .join(' ');
}
