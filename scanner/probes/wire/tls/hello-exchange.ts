import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import type { UnknownReason } from '@enkaku/shared/model/observed.ts';
import { ByteStream } from '../byte-stream.ts';
import { MalformedError } from './bytes.ts';
import { buildClientHello, type HelloOffer } from './client-hello.ts';
import { type Flight, messageTypes, readFlight } from './flight.ts';
import { parseServerHello, type ServerHello } from './server-hello.ts';

/** `alert` is the description of what was sent instead of a ServerHello. */
export type HelloAnswer =
  | {
      readonly kind: 'hello';
      readonly hello: ServerHello;
      readonly wire: Buffer;
      readonly flight: Flight;
    }
  | { readonly kind: 'refused'; readonly alert: number | null }
  | { readonly kind: 'unknown'; readonly reason: UnknownReason; readonly alert?: number };

/** handshake_failure, illegal_parameter, protocol_version, insufficient_security, inappropriate_fallback: "I do not do that". */
const refusals = new Set([40, 47, 70, 71, 86]);
const maxBytes = 96 * 1024;
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
  return await exchangeBytes(socket, clientHello(offer), readTo, timeoutMs);
}

/** The same with a hello that is there already. @throws ProbeError | GuardError */
export async function exchangeBytes(
  socket: Socket,
  hello: Buffer,
  readTo: ReadTo,
  timeoutMs: number,
): Promise<HelloAnswer> {
  using stream = new ByteStream(socket, { totalMs: timeoutMs, maxBytes });
  return await askOn(stream, hello, readTo);
}

/** The record, with fresh randomness. */
export function clientHello(offer: HelloOffer): Buffer {
  return buildClientHello(offer, {
    random: randomBytes(32),
    sessionId: randomBytes(32),
    keyShare: randomBytes(32),
  });
}

/** The same on a connection that stays open. @throws ProbeError | GuardError */
export async function askOn(stream: ByteStream, hello: Buffer, readTo: ReadTo): Promise<HelloAnswer> {
  stream.write(hello);
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
  const { alert } = flight;
  if (alert === null) return { kind: 'unknown', reason: otherwise };
  if (refusals.has(alert)) return { kind: 'refused', alert };
  return { kind: 'unknown', reason: alert === 0 ? 'closed' : 'blocked', alert };
}
