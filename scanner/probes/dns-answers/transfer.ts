import { randomInt } from 'node:crypto';
import type { DnsAnswer, DnsQuestion } from '@enkaku/shared/evidence/dns-answers/schema.ts';
import { type Observed, unknown, yes } from '@enkaku/shared/model/observed.ts';
import { type DnsMessage, type DnsRecord, decodeMessage } from '@enkaku/shared/protocol/dns/message.ts';
import { MalformedDnsError } from '@enkaku/shared/protocol/dns/name.ts';
import { continuesTransfer, encodeQuery, isAnswerTo } from '@enkaku/shared/protocol/dns/query.ts';
import type { Guard } from '../../guard/guard.ts';
import { readBytes } from '../read-bytes.ts';
import {
  type Ask,
  asked,
  endedMs,
  frame,
  frames,
  rawHex,
  refusalOf,
  type Server,
  type Visit,
} from './exchange.ts';

/** A transfer is broken off as soon as it is proven that the zone is given away. */
const enough = { records: 50, messages: 100, bytes: 64 * 1024 } as const;

export interface Transfer {
  /** Of the first message; undefined until it is there. */
  readonly first: DnsMessage | undefined;
  readonly records: readonly DnsRecord[];
  /** The second SOA (RFC 5936 §2.2), an error, or more than is needed as proof. */
  readonly isOver: boolean;
}

/** Reads as many complete messages of a transfer as the stream holds. @throws MalformedDnsError */
export function readTransfer(query: Buffer, stream: Buffer): Transfer {
  const records: DnsRecord[] = [];
  let first: DnsMessage | undefined;
  let isOver = false;
  for (const [index, message] of frames(stream).entries()) {
    const belongs = first === undefined ? isAnswerTo(query, message) : continuesTransfer(query, message);
    if (!belongs) throw new MalformedDnsError('a message of another question');
    const decoded = decodeMessage(message);
    first ??= decoded;
    records.push(...decoded.answers);
    const soas = records.filter(({ type }) => type === 'SOA').length;
    const isEnough = records.length >= enough.records || index + 1 >= enough.messages;
    isOver = decoded.rcode !== 0 || soas >= 2 || isEnough;
    if (isOver) break;
  }
  return { first, records: records.slice(0, enough.records), isOver };
}

/** One transfer over TCP, for at most `deadlineMs` after the connection. @throws GuardError */
export async function askTransfer(
  visit: Visit,
  server: Server,
  query: Ask,
  deadlineMs: number,
): Promise<DnsQuestion> {
  const answer = await transfer(visit.guard, server, encodeQuery(query, randomInt(0x1_0000)), deadlineMs);
  return { ...asked(server, query), transport: 'tcp', endedMs: endedMs(visit), answer };
}

export function transferOf(zone: string): Ask {
  return { purpose: 'axfr', name: zone, type: 'AXFR', class: 'IN', recursion: false, edns: null };
}

/** RFC 1995 §4: a server that keeps no differences answers with the whole zone. */
export function differencesOf(zone: string): Ask {
  return { purpose: 'ixfr', name: zone, type: 'IXFR', class: 'IN', recursion: false, edns: null };
}

async function transfer(
  guard: Guard,
  server: Server,
  query: Buffer,
  deadlineMs: number,
): Promise<Observed<DnsAnswer>> {
  let complete = 0;
  try {
    const socket = await guard.connectTcp(server, { timeoutMs: deadlineMs });
    socket.write(frame(query));
    const { bytes, end } = await readBytes(socket, {
      maxBytes: enough.bytes + 2,
      deadlineMs,
      until: (soFar) => {
        const messages = frames(soFar).length;
        if (messages === complete) return false;
        complete = messages;
        return readTransfer(query, soFar).isOver;
      },
    });
    const { first, records } = readTransfer(query, bytes);
    if (first === undefined) return unknown(end === 'done' || end === 'full' ? 'garbled' : end);
    return yes({
      rcode: first.rcode,
      flags: first.flags,
      answers: [...records],
      authority: [],
      additional: [],
      edns: null,
      requestBytes: query.length,
      responseBytes: bytes.length,
      raw: rawHex(bytes),
    });
  } catch (error) {
    return error instanceof MalformedDnsError ? unknown('garbled') : refusalOf(error);
  }
}
