import { randomInt } from 'node:crypto';
import type { DnsAnswer, DnsQuestion } from '@enkaku/shared/evidence/dns-answers/schema.ts';
import { limits } from '@enkaku/shared/evidence/limits.ts';
import { no, type Observed, unknown, yes } from '@enkaku/shared/model/observed.ts';
import { decodeMessage } from '@enkaku/shared/protocol/dns/message.ts';
import { MalformedDnsError } from '@enkaku/shared/protocol/dns/name.ts';
import { encodeQuery, isAnswerTo, type Query } from '@enkaku/shared/protocol/dns/query.ts';
import type { Order } from '@enkaku/shared/protocol/order.ts';
import { type Guard, type Place, ProbeError } from '../../guard/guard.ts';
import { readBytes } from '../read-bytes.ts';

export interface Ask extends Query {
  readonly purpose: DnsQuestion['purpose'];
  /** The answer to this very form is wanted: neither without EDNS nor over TCP instead. */
  readonly isAboutEdns?: boolean;
}

/** How to reach a server. */
export interface Server extends Place {
  /** Tried one after the other until one answers. */
  readonly transports: readonly ('udp' | 'tcp')[];
  /** Whether the order permits TCP: after a truncated answer, and for transfers. */
  readonly mayUseTcp: boolean;
}

/** The recursive resolver of the order. */
export function resolverOf({ resolver }: Order): Server | null {
  return resolver === null ? null : { ...resolver, transports: ['udp'], mayUseTcp: true };
}

/** Milliseconds to wait: one entry a try over UDP; the whole exchange over TCP. */
export interface Patience {
  readonly udpMs: readonly number[];
  readonly tcpMs: number;
}

interface Reply {
  readonly answer: Observed<DnsAnswer>;
  readonly transport: 'udp' | 'tcp';
}

const formErr = 1;
const notImp = 4;

/** One visit: everything is asked through the same guard and counted from the same moment. */
export interface Visit {
  readonly guard: Guard;
  /** Of `performance.now()`. */
  readonly startedMs: number;
}

export function beginVisit(guard: Guard): Visit {
  return { guard, startedMs: performance.now() };
}

/** Asks over the transports of the server until one answers. @throws GuardError */
export async function ask(
  visit: Visit,
  server: Server,
  query: Ask,
  patience: Patience,
): Promise<DnsQuestion> {
  const { guard } = visit;
  let reply = await askOnAny(guard, server, query, patience);
  const cannotReadEdns = rcodeOf(reply.answer) === formErr || rcodeOf(reply.answer) === notImp;
  if (cannotReadEdns && query.edns !== null && query.isAboutEdns !== true) {
    reply = await askOnAny(guard, server, { ...query, edns: null }, patience);
  }
  return { ...asked(server, query), endedMs: endedMs(visit), ...reply };
}

export function endedMs({ startedMs }: Visit): number {
  return Math.round(performance.now() - startedMs);
}

/** A question that was left out, and why. */
export function unasked(server: Server | null, query: Ask): DnsQuestion {
  return { ...asked(server, query), transport: 'udp', endedMs: null, answer: unknown('not-attempted') };
}

/** What the record of a question says apart from its answer. */
export function asked(
  server: Server | null,
  query: Ask,
): Omit<DnsQuestion, 'transport' | 'endedMs' | 'answer'> {
  return {
    purpose: query.purpose,
    server: server === null ? 'none' : serverText(server),
    name: query.name,
    type: query.type,
    class: query.class,
    answeredFrom: null,
  };
}

/** `192.0.2.1#53`: an address of either family with its port, as DNS tools write it. */
export function serverText(place: Place): string {
  return `${place.address}#${place.port}`;
}

async function askOnAny(guard: Guard, server: Server, query: Ask, patience: Patience): Promise<Reply> {
  const replies: Reply[] = [];
  for (const transport of server.transports) {
    const answer =
      transport === 'udp'
        ? await askUdp(guard, server, query, patience)
        : await askTcp(guard, server, query, patience.tcpMs);
    const isTruncated = transport === 'udp' && answer.outcome === 'yes' && answer.value.flags.tc;
    if (isTruncated && server.mayUseTcp && query.isAboutEdns !== true) {
      const complete = await askTcp(guard, server, query, patience.tcpMs);
      if (complete.outcome === 'yes') return { answer: complete, transport: 'tcp' };
    }
    if (answer.outcome === 'yes') return { answer, transport };
    replies.push({ answer, transport });
  }
  // `no` only where every transport was refused.
  return (
    replies.find(({ answer }) => answer.outcome === 'unknown') ??
    replies[0] ?? { answer: unknown('not-attempted'), transport: 'udp' }
  );
}

export async function askUdp(
  guard: Guard,
  place: Place,
  query: Ask,
  patience: Pick<Patience, 'udpMs'>,
): Promise<Observed<DnsAnswer>> {
  try {
    for (const timeoutMs of patience.udpMs) {
      const datagram = encodeQuery(query, randomInt(0x1_0000));
      const accept = (answer: Buffer) => isAnswerTo(datagram, answer, letterCaseOf(query));
      const answer = await guard.exchangeUdp(place, datagram, { timeoutMs, accept });
      if (answer !== undefined) return observe(datagram.length, answer);
    }
    return unknown('timeout');
  } catch (error) {
    return refusalOf(error);
  }
}

export async function askTcp(
  guard: Guard,
  place: Place,
  query: Ask,
  timeoutMs: number,
): Promise<Observed<DnsAnswer>> {
  const datagram = encodeQuery(query, randomInt(0x1_0000));
  try {
    const socket = await guard.connectTcp(place, { timeoutMs });
    socket.write(frame(datagram));
    const { bytes, end } = await readBytes(socket, {
      maxBytes: 2 + 0xffff,
      deadlineMs: timeoutMs,
      until: (soFar) => frames(soFar).length > 0,
    });
    const [message] = frames(bytes);
    if (message === undefined) return unknown(end === 'done' || end === 'full' ? 'garbled' : end);
    return isAnswerTo(datagram, message, letterCaseOf(query))
      ? observe(datagram.length, message)
      : unknown('garbled');
  } catch (error) {
    return refusalOf(error);
  }
}

/** Where it is the very question whether a server keeps the letter case, the answer that changes it is wanted too. */
function letterCaseOf({ purpose }: Ask): 'exact' | 'any' {
  return purpose === 'qname-case' ? 'any' : 'exact';
}

/** RFC 1035 §4.2.2: two bytes of length before a message. */
export function frame(message: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(message.length);
  return Buffer.concat([length, message]);
}

/** The complete messages at the beginning of a stream. */
export function frames(stream: Buffer): readonly Buffer[] {
  const messages: Buffer[] = [];
  let at = 0;
  while (at + 2 <= stream.length) {
    const end = at + 2 + stream.readUInt16BE(at);
    if (end > stream.length) break;
    messages.push(stream.subarray(at + 2, end));
    at = end;
  }
  return messages;
}

export function observe(requestBytes: number, message: Buffer): Observed<DnsAnswer> {
  try {
    const { answers, authority, additional, ...head } = decodeMessage(message);
    return yes({
      ...head,
      answers: [...answers],
      authority: [...authority],
      additional: [...additional],
      requestBytes,
      responseBytes: message.length,
      raw: rawHex(message),
    });
  } catch (error) {
    if (error instanceof MalformedDnsError) return unknown('garbled');
    throw error;
  }
}

export function rawHex(bytes: Buffer): string {
  return bytes.subarray(0, limits.hex / 2).toString('hex');
}

/** ICMP "port unreachable" or a RST is the host's own no. */
export function refusalOf(error: unknown): Observed<never> {
  if (!(error instanceof ProbeError)) throw error;
  return error.reason === 'refused' ? no : unknown(error.reason);
}

function rcodeOf(answer: Observed<DnsAnswer>): number | undefined {
  return answer.outcome === 'yes' ? answer.value.rcode : undefined;
}
