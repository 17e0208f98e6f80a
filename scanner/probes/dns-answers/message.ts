import type { DnsAnswer } from '@enkaku/shared/evidence/dns-answers/schema.ts';
import { limits } from '@enkaku/shared/evidence/limits.ts';
import { MalformedDnsError, readName } from './name.ts';
import { presentRdata } from './rdata.ts';
import { typeCodes, typeName } from './types.ts';

export type DnsRecord = DnsAnswer['answers'][number];

export interface DnsMessage {
  /** Of 12 bits where the answer carries EDNS (RFC 6891 §6.1.3). */
  readonly rcode: number;
  readonly flags: DnsAnswer['flags'];
  readonly answers: readonly DnsRecord[];
  readonly authority: readonly DnsRecord[];
}

const header = 12;
const keptAnswers = 256;
const keptAuthority = 64;

/**
 * Reads a message of RFC 1035 §4. dns2's own decoder is not used: it follows pointer chains of any length, takes a dot
 * inside a label for a separator, and turns TXT bytes into UTF-8. @throws MalformedDnsError
 */
export function decodeMessage(message: Buffer): DnsMessage {
  if (message.length < header) throw new MalformedDnsError('shorter than a header');
  const bits = message.readUInt16BE(2);
  const [questions = 0, answerCount = 0, authorityCount = 0, additionalCount = 0] = [4, 6, 8, 10].map((at) =>
    message.readUInt16BE(at),
  );
  let at = header;
  for (let i = 0; i < questions; i++) at = readName(message, at).next + 4;
  const answers = readRecords(message, at, answerCount, keptAnswers);
  const authority = readRecords(message, answers.next, authorityCount, keptAuthority);
  // A TC answer may be cut anywhere (RFC 2181 §9); only the OPT is wanted from what follows.
  const additional = readRecords(message, authority.next, additionalCount, 0);
  return {
    rcode: (additional.extendedRcode << 4) | (bits & 0xf),
    flags: {
      aa: (bits & 0x0400) !== 0,
      tc: (bits & 0x0200) !== 0,
      rd: (bits & 0x0100) !== 0,
      ra: (bits & 0x0080) !== 0,
      ad: (bits & 0x0020) !== 0,
    },
    answers: answers.records,
    authority: authority.records,
  };
}

function readRecords(message: Buffer, start: number, count: number, keep: number) {
  const records: DnsRecord[] = [];
  let extendedRcode = 0;
  let at = start;
  for (let i = 0; i < count; i++) {
    const { name, next } = readName(message, at);
    if (next + 10 > message.length) throw new MalformedDnsError('record cut short');
    const type = message.readUInt16BE(next);
    const ttl = message.readUInt32BE(next + 4);
    const data = next + 10;
    at = data + message.readUInt16BE(next + 8);
    if (at > message.length) throw new MalformedDnsError('record data beyond the message');
    if (type === typeCodes.OPT) extendedRcode = ttl >>> 24;
    else if (records.length < keep) {
      const text = presentRdata(typeName(type), { message, start: data, end: at });
      records.push({ name, type: typeName(type), ttl, data: text.slice(0, limits.excerpt) });
    }
  }
  return { records, extendedRcode, next: at };
}
