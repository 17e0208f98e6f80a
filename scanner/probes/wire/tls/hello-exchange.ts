import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import type { UnknownReason } from '@enkaku/shared/model/observed.ts';
import { ByteStream } from '../byte-stream.ts';
import { MalformedError } from './bytes.ts';
import { buildClientHello, type HelloOffer } from './client-hello.ts';
import { type Flight, messageTypes, readFlight } from './flight.ts';
import { parseServerHello, type ServerHello } from './server-hello.ts';

export type HelloAnswer =
  | { readonly kind: 'hello'; readonly hello: ServerHello; readonly wire: Buffer; readonly flight: Flight }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unknown'; readonly reason: UnknownReason };

/** handshake_failure, illegal_parameter, protocol_version, insufficient_security: "I do not do that". */
const refusals = new Set([40, 47, 70, 71]);
const maxBytes = 128 * 1024;
/** What evidence can hold of one message. */
const maxHelloBytes = 16_384;

/** The message to wait for; the two later ones are readable up to TLS 1.2 only. */
export type ReadTo = 'serverHello' | 'serverKeyExchange' | 'serverHelloDone';

/** Sends one hello on a fresh connection and closes it after the answer. @throws ProbeError | GuardError */
export async function exchangeHello(
  socket: Socket,
  offer: HelloOffer,
  readTo: ReadTo,
  timeoutMs: number,
): Promise<HelloAnswer> {
  using stream = new ByteStream(socket, { totalMs: timeoutMs, maxBytes });
  const randomness = { random: randomBytes(32), sessionId: randomBytes(32), keyShare: randomBytes(32) };
  stream.write(buildClientHello(offer, randomness));
  let received: Buffer = Buffer.alloc(0);
  for (;;) {
    const bytes = await stream.read();
    if (bytes === undefined) return judge(readFlight(received), 'closed');
    received = Buffer.concat([received, bytes]);
    const flight = readFlight(received);
    if (isEnough(flight, readTo)) return judge(flight, 'garbled');
  }
}

function isEnough({ messages, alert, garbled }: Flight, readTo: ReadTo): boolean {
  const done = messages.some(
    ({ type }) => type === messageTypes[readTo] || type === messageTypes.serverHelloDone,
  );
  return alert !== null || garbled || done;
}

/** @param otherwise why there is no answer when the flight holds none */
export function judge(flight: Flight, otherwise: UnknownReason): HelloAnswer {
  const first = flight.messages[0];
  if (first?.type === messageTypes.serverHello && first.wire.length <= maxHelloBytes) {
    try {
      return { kind: 'hello', hello: parseServerHello(first.body), wire: first.wire, flight };
    } catch (error) {
      if (!(error instanceof MalformedError)) throw error;
      return { kind: 'unknown', reason: 'garbled' };
    }
  }
  if (first !== undefined || flight.garbled) return { kind: 'unknown', reason: 'garbled' };
  if (flight.alert === null) return { kind: 'unknown', reason: otherwise };
  if (refusals.has(flight.alert)) return { kind: 'refused' };
  return { kind: 'unknown', reason: flight.alert === 0 ? 'closed' : 'blocked' };
}
