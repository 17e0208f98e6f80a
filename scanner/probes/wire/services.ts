import type { Endpoint } from '@enkaku/shared/evidence/evidence.ts';
import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import type { HostView } from '../probe.ts';
import type { TlsRoute } from './tls-route.ts';

type Port = EvidenceData['ports']['ports'][number];

const smtpsPort = 465;
const tlsPorts = new Set([443, smtpsPort, 636, 853, 990, 993, 995, 3269, 5223, 8443, 10443]);
const httpPorts = new Set([80, 443, 8080, 8443]);
const httpNames = new Set(['http', 'https', 'http-proxy', 'http-alt', 'https-alt']);
/** nmap's words for "open, and I could not tell what it is". */
const undecided = new Set(['tcpwrapped', 'unknown', 'ssl']);

/** Protocols that begin in clear text, as nmap names them, and where they usually are. */
const routesByName: Readonly<Record<string, TlsRoute>> = {
  imap: 'imap-starttls',
  pop3: 'pop3-starttls',
  ftp: 'ftp-auth-tls',
  ldap: 'ldap-starttls',
  postgresql: 'postgresql',
  mysql: 'mysql',
  jabber: 'xmpp-starttls',
  'xmpp-client': 'xmpp-starttls',
  'xmpp-server': 'xmpp-starttls',
};
const routesByPort: Readonly<Record<number, TlsRoute>> = {
  21: 'ftp-auth-tls',
  110: 'pop3-starttls',
  143: 'imap-starttls',
  389: 'ldap-starttls',
  3268: 'ldap-starttls',
  3306: 'mysql',
  5222: 'xmpp-starttls',
  5269: 'xmpp-starttls',
  5432: 'postgresql',
};

type Mailbox = Pick<EvidenceData['mailbox-dialog'], 'protocol' | 'implicitTls'>;
type MailboxProtocol = Mailbox['protocol'];
const mailboxNames: Readonly<Record<string, MailboxProtocol>> = {
  imap: 'imap',
  imaps: 'imap',
  pop3: 'pop3',
  pop3s: 'pop3',
};
const mailboxPorts: Readonly<Record<number, MailboxProtocol>> = {
  110: 'pop3',
  143: 'imap',
  993: 'imap',
  995: 'pop3',
};

/** How TLS is reached on an open port; undefined where there is none to expect. */
export function tlsRouteOf({ port, service }: Port): TlsRoute | undefined {
  if (service?.tunnel === 'ssl' || tlsPorts.has(port)) return 'direct';
  if (service?.name === 'https' || service?.name === 'https-alt') return 'direct';
  if (speaksSmtp(port, service)) return 'smtp-starttls';
  const probed = probedName(service);
  if (probed !== undefined) return routesByName[probed];
  return routesByPort[port] ?? routesByName[service?.name ?? ''];
}

export function schemeOf({ port, service }: Port): 'http' | 'https' | undefined {
  const probed = probedName(service);
  if (probed !== undefined ? !httpNames.has(probed) : !httpPorts.has(port)) return undefined;
  const tls = service?.tunnel === 'ssl' || (probed?.startsWith('https') ?? tlsPorts.has(port));
  return tls ? 'https' : 'http';
}

export function smtpOf({ port, service }: Port): 'plain' | 'implicit-tls' | undefined {
  if (probedName(service)?.startsWith('smtp') === false) return undefined;
  if (port === smtpsPort || service?.name === 'smtps') return 'implicit-tls';
  if (service?.tunnel === 'ssl') return service.name === 'smtp' ? 'implicit-tls' : undefined;
  return speaksSmtp(port, service) ? 'plain' : undefined;
}

/** Where mail is fetched, and whether it begins in TLS. */
export function mailboxOf({ port, service }: Port): Mailbox | undefined {
  const probed = probedName(service);
  const protocol = probed === undefined ? mailboxPorts[port] : mailboxNames[probed];
  if (protocol === undefined) return undefined;
  const isTls = probed === undefined ? tlsPorts.has(port) : probed === 'imaps' || probed === 'pop3s';
  return { protocol, implicitTls: isTls || service?.tunnel === 'ssl' };
}

function speaksSmtp(port: number, service: Port['service']): boolean {
  const named = service?.name === 'smtp' || service?.name === 'submission';
  return named || (probedName(service) === undefined && (port === 25 || port === 587));
}

/** What the service showed itself to be; undefined where its name is only that of the port. */
export function probedName(service: Port['service']): string | undefined {
  return service?.method === 'probed' && !undecided.has(service.name) ? service.name : undefined;
}

/** The open TCP port of an endpoint as nmap saw it. */
export function portAt(host: HostView, port: number | null): Port | undefined {
  return openTcpPorts(host).find((open) => open.port === port);
}

export function openTcpPorts({ ports }: HostView): readonly Port[] {
  return ports?.ports.filter((port) => port.transport === 'tcp' && port.state === 'open') ?? [];
}

/** One endpoint for each open port that `wanted` takes and each proven name; by address where there is no name. */
export function placesFor(host: HostView, wanted: (port: Port) => boolean): readonly Endpoint[] {
  const { target } = host.order;
  if (target.kind !== 'host') return [];
  const names = target.names.length > 0 ? target.names : [null];
  return openTcpPorts(host)
    .filter(wanted)
    .flatMap(({ port }) =>
      names.map((name) => ({ host: target.address, name, port, transport: 'tcp' as const })),
    );
}

/** Of several names at one port the first: a dialogue that does not depend on the name is held once. */
export function isFirstName({ port }: Endpoint, index: number, places: readonly Endpoint[]): boolean {
  return places.findIndex((place) => place.port === port) === index;
}

/** Servers that count connections which come to nothing, and shut out whoever makes many: mail servers and MySQL. */
export function countsConnections(port: number | null, via: TlsRoute): boolean {
  return via === 'smtp-starttls' || via === 'mysql' || port === smtpsPort;
}
