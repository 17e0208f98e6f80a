import type { Socket } from 'node:net';
import type { Endpoint } from '@enkaku/shared/evidence/evidence.ts';
import { type Guard, ProbeError, type TcpOptions } from '../../guard/guard.ts';
import { lists } from './smtp-reply.ts';
import { greetingMs, SmtpSession } from './smtp-session.ts';

/** From the connection to the answer to STARTTLS. */
const starttlsMs = 40_000;

export type TlsRoute = 'direct' | 'smtp-starttls';

/** The server itself said that there is no TLS here: EHLO without STARTTLS, or STARTTLS refused with 5xx. */
export class NoStarttlsError extends Error {
  override readonly name = 'NoStarttlsError';
  readonly code = 'no-starttls';
}

/**
 * A connection on which the next byte is TLS.
 * @throws NoStarttlsError | ProbeError | GuardError
 */
export async function openForTls(
  guard: Guard,
  endpoint: Endpoint,
  via: TlsRoute,
  options: TcpOptions,
): Promise<Socket> {
  const place = { address: endpoint.host, port: portOf(endpoint) };
  if (via === 'direct') return guard.connectTcp(place, options);
  const socket = await guard.connectTcp(place, { timeoutMs: greetingMs });
  const session = new SmtpSession(socket, undefined, starttlsMs);
  try {
    await startTls(session, guard.order.contact);
    return session.release();
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

async function startTls(session: SmtpSession, contact: string): Promise<void> {
  const banner = await session.reply();
  if (banner.code !== 220) throw new ProbeError('blocked', `greeted with ${banner.code}`);
  const ehlo = await session.command(session.greeting(contact));
  if (ehlo.code >= 400 && ehlo.code < 500) throw new ProbeError('blocked', `EHLO answered with ${ehlo.code}`);
  if (ehlo.code !== 250 || !lists(ehlo, 'STARTTLS')) throw new NoStarttlsError('EHLO lists no STARTTLS');
  const ready = await session.command('STARTTLS');
  if (ready.code >= 500) throw new NoStarttlsError(`STARTTLS refused with ${ready.code}`);
  if (ready.code !== 220) throw new ProbeError('blocked', `STARTTLS answered with ${ready.code}`);
}

/** The port of an endpoint of these probes, which always have one. */
export function portOf(endpoint: Endpoint): number {
  if (endpoint.port === null) throw new RangeError(`an endpoint without a port: ${endpoint.host}`);
  return endpoint.port;
}
