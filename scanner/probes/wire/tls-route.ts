import type { Socket } from 'node:net';
import type { Endpoint } from '@enkaku/shared/evidence/evidence.ts';
import type { tlsRoutes } from '@enkaku/shared/evidence/tls-hello/schema.ts';
import type { Guard, TcpOptions } from '../../guard/guard.ts';
import { ByteStream } from './byte-stream.ts';
import { handshakeTurn } from './handshake-turns.ts';
import { greetingMs } from './smtp-session.ts';
import type { Starttls } from './starttls/exchange.ts';
import { ftp } from './starttls/ftp.ts';
import { imap } from './starttls/imap.ts';
import { ldap } from './starttls/ldap.ts';
import { mysql } from './starttls/mysql.ts';
import { pop3 } from './starttls/pop3.ts';
import { postgresql } from './starttls/postgresql.ts';
import { smtpToTls } from './starttls/smtp.ts';
import { walkToTls } from './starttls/walk.ts';
import { xmppClient, xmppServer } from './starttls/xmpp.ts';

export { NoStarttlsError } from './starttls/no-starttls-error.ts';

export type TlsRoute = (typeof tlsRoutes)[number];

const protocols: Readonly<Record<Exclude<TlsRoute, 'direct' | 'smtp-starttls'>, Starttls>> = {
  'imap-starttls': imap,
  'pop3-starttls': pop3,
  'ftp-auth-tls': ftp,
  'ldap-starttls': ldap,
  postgresql,
  mysql,
  'xmpp-starttls': xmppClient,
};
const xmppServerPort = 5269;
/** For all that is said before TLS. */
const talkMs = 40_000;
const maxTalkBytes = 64 * 1024;

/**
 * A connection on which the next byte is TLS. It counts as a handshake until it is closed.
 * @throws NoStarttlsError | ProbeError | GuardError
 */
export async function openForTls(
  guard: Guard,
  endpoint: Endpoint,
  via: TlsRoute,
  options: TcpOptions,
): Promise<Socket> {
  const release = await handshakeTurn(guard);
  try {
    const place = { address: endpoint.host, port: portOf(endpoint) };
    const socket = await guard.connectTcp(place, via === 'direct' ? options : { timeoutMs: greetingMs });
    socket.once('close', release);
    if (socket.closed) release();
    if (via === 'direct') return socket;
    try {
      return await upgrade(socket, endpoint, via, guard.order.contact);
    } catch (error) {
      socket.destroy();
      throw error;
    }
  } catch (error) {
    release();
    throw error;
  }
}

async function upgrade(
  socket: Socket,
  endpoint: Endpoint,
  via: Exclude<TlsRoute, 'direct'>,
  contact: string,
): Promise<Socket> {
  if (via === 'smtp-starttls') return smtpToTls(socket, contact);
  const stream = new ByteStream(socket, { totalMs: talkMs, maxBytes: maxTalkBytes });
  const isBetweenServers = via === 'xmpp-starttls' && endpoint.port === xmppServerPort;
  await walkToTls(stream, isBetweenServers ? xmppServer : protocols[via], endpoint.name ?? endpoint.host);
  return stream.release();
}

/** The port of an endpoint of these probes, which always have one. */
export function portOf(endpoint: Endpoint): number {
  if (endpoint.port === null) throw new RangeError(`an endpoint without a port: ${endpoint.host}`);
  return endpoint.port;
}
