import type { TLSSocket } from 'node:tls';
import { MalformedDerError } from '@enkaku/shared/evidence/certificate/der.ts';
import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { no, type Observed, unknown, yes } from '@enkaku/shared/model/observed.ts';
import { MalformedError } from '../wire/tls/bytes.ts';
import type { TlsVersion } from '../wire/tls/versions.ts';
import { renegotiate } from './renegotiate.ts';
import { parseSession, type SessionParameters } from './session-parameters.ts';

type Data = EvidenceData['tls-behaviour'];

export interface RuntimeSession {
  readonly session: Data['session'];
  readonly ticket: Data['ticket']['TLSv1.2'];
  readonly earlyData: Data['earlyData'];
  /** `no` for TLS 1.3, which has none. */
  readonly renegotiation: Data['clientRenegotiation'];
  /** Up to TLS 1.2. */
  readonly rawTicket: Buffer | undefined;
  readonly version: TlsVersion;
}

const goodbyeMs = 2000;
/** A handshake takes two round trips and more, the first ticket one. */
const longestWaitMs = 1000;

/** Looks at a session that the runtime has made, asks for one renegotiation where there is such a thing, and ends it in order. */
export async function lookAtSession(
  socket: TLSSocket,
  { answerMs, handshakeMs }: { readonly answerMs: number; readonly handshakeMs: number },
): Promise<RuntimeSession> {
  const version = versionOf(socket.getProtocol());
  const session = yes({
    version,
    cipherName: socket.getCipher().standardName,
    alpn: socket.alpnProtocol === false || socket.alpnProtocol === null ? null : socket.alpnProtocol,
  });
  const isTls13 = version === 'TLSv1.3';
  const rawTicket = isTls13 ? undefined : socket.getTLSTicket();
  const sessions: (Buffer | undefined)[] = isTls13 ? [] : [socket.getSession()];
  socket.on('session', (der: Buffer) => sessions.push(der));
  const renegotiation = isTls13 ? no : await renegotiate(socket, answerMs);
  if (isTls13) await firstTicket(socket, Math.min(handshakeMs, longestWaitMs));
  const goodbye = await endInOrder(socket);
  const parameters = parametersOf(sessions.findLast((der) => der !== undefined));
  return { session, version, rawTicket, renegotiation, ...ticketOf(parameters, isTls13 ? goodbye : no) };
}

/** Up to TLS 1.2 the ticket comes inside the handshake; in TLS 1.3 afterwards, so that only the end shows that none came. */
function ticketOf(
  parameters: SessionParameters | 'garbled' | undefined,
  otherwise: Observed<never>,
): Pick<RuntimeSession, 'ticket' | 'earlyData'> {
  if (parameters === 'garbled') return { ticket: unknown('garbled'), earlyData: unknown('garbled') };
  const lifetimeSeconds = parameters?.ticketLifetimeSeconds ?? null;
  if (parameters === undefined || lifetimeSeconds === null)
    return { ticket: otherwise, earlyData: otherwise };
  const { maxEarlyDataBytes } = parameters;
  return {
    ticket: yes({ lifetimeSeconds }),
    earlyData: maxEarlyDataBytes > 0 ? yes({ maxBytes: maxEarlyDataBytes }) : no,
  };
}

function parametersOf(session: Buffer | undefined): SessionParameters | 'garbled' | undefined {
  try {
    return session && parseSession(session);
  } catch (error) {
    if (!(error instanceof MalformedError || error instanceof MalformedDerError)) throw error;
    return 'garbled';
  }
}

/** A server that is asked to end at once may do so before it has sent its tickets. */
function firstTicket(socket: TLSSocket, withinMs: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, withinMs);
  socket.once('session', () => resolve()).once('close', () => resolve());
  return promise.finally(() => clearTimeout(timer));
}

/** Sends close_notify and waits for the server's: `no` is what it had not said by then. */
function endInOrder(socket: TLSSocket): Promise<Observed<never>> {
  const { promise, resolve } = Promise.withResolvers<Observed<never>>();
  const timer = setTimeout(() => resolve(unknown('timeout')), goodbyeMs);
  socket.once('end', () => resolve(no)).once('close', () => resolve(unknown('closed')));
  socket.on('error', () => resolve(unknown('closed'))).resume();
  socket.end();
  return promise.finally(() => {
    clearTimeout(timer);
    socket.destroy();
  });
}

function versionOf(protocol: string | null): TlsVersion {
  return protocol === 'TLSv1' || protocol === null ? 'TLSv1.0' : (protocol as TlsVersion);
}
