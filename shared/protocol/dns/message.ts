import type { DnsAnswer } from '../../evidence/dns-answers/schema.ts';
import { limits } from '../../evidence/limits.ts';
import { MalformedDnsError, readName } from './name.ts';
import { presentRdata } from './rdata.ts';
import { typeCodes, typeName } from './types.ts';

export type DnsRecord = DnsAnswer['answers'][number];

/** Where the data of a record lies in its message. */
export interface RecordPlace {
  readonly type: number;
  readonly ttl: number;
  readonly class: number;
  readonly start: number;
  readonly end: number;
}

export interface DnsMessage {
  /** Of 12 bits where the answer carries EDNS (RFC 6891 §6.1.3). */
  readonly rcode: number;
  readonly flags: DnsAnswer['flags'];
  readonly answers: readonly DnsRecord[];
  readonly authority: readonly DnsRecord[];
  readonly additional: readonly DnsRecord[];
  readonly edns: DnsAnswer['edns'];
}

const header = 12;
const kept = { answers: 256, authority: 64, additional: 64, options: 16 } as const;

/**
 * Reads a message of RFC 1035 §4. dns2's own decoder is not used: it follows pointer chains of any length, takes a dot
 * inside a label for a separator, and turns TXT bytes into UTF-8. @throws MalformedDnsError
 */
export function decodeMessage(message: Buffer): DnsMessage {
  const [answers = [], authority = [], additional = []] = readSections(message);
  const opt = additional.find(({ place }) => place.type === typeCodes.OPT)?.place;
  const bits = message.readUInt16BE(2);
  const show = (section: readonly RecordIn[], keep: number) =>
    section
      .filter(({ place }) => place.type !== typeCodes.OPT)
      .slice(0, keep)
      .map((record) => present(message, record));
  return {
    rcode: ((opt === undefined ? 0 : opt.ttl >>> 24) << 4) | (bits & 0xf),
    flags: {
      aa: (bits & 0x0400) !== 0,
      tc: (bits & 0x0200) !== 0,
      rd: (bits & 0x0100) !== 0,
      ra: (bits & 0x0080) !== 0,
      ad: (bits & 0x0020) !== 0,
    },
    answers: show(answers, kept.answers),
    authority: show(authority, kept.authority),
    additional: show(additional, kept.additional),
    edns: opt === undefined ? null : readOpt(message, opt),
  };
}

/** A record that has not been turned into text. */
export interface RecordIn {
  readonly name: string;
  /** Where its owner name begins. */
  readonly at: number;
  readonly place: RecordPlace;
}

/** The records of the answer, authority and additional section. @throws MalformedDnsError */
export function readSections(message: Buffer): readonly (readonly RecordIn[])[] {
  if (message.length < header) throw new MalformedDnsError('shorter than a header');
  let at = header;
  for (let i = 0; i < message.readUInt16BE(4); i++) at = readName(message, at).next + 4;
  return [6, 8, 10].map((counter) => {
    const { records, next } = readRecords(message, at, message.readUInt16BE(counter));
    at = next;
    return records;
  });
}

function readRecords(message: Buffer, start: number, count: number) {
  const records: RecordIn[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    const { name, next } = readName(message, at);
    if (next + 10 > message.length) throw new MalformedDnsError('record cut short');
    const end = next + 10 + message.readUInt16BE(next + 8);
    if (end > message.length) throw new MalformedDnsError('record data beyond the message');
    const [type, cls] = [message.readUInt16BE(next), message.readUInt16BE(next + 2)] as const;
    const ttl = message.readUInt32BE(next + 4);
    records.push({ name, at, place: { type, class: cls, ttl, start: next + 10, end } });
    at = end;
  }
  return { records, next: at };
}

function present(message: Buffer, { name, place }: RecordIn): DnsRecord {
  const text = presentRdata(typeName(place.type), { message, ...place });
  return { name, type: typeName(place.type), ttl: place.ttl, data: text.slice(0, limits.excerpt) };
}

/** RFC 6891 §6.1: payload size in the class, version and flags in the TTL, options in the data. */
function readOpt(message: Buffer, opt: RecordPlace): DnsAnswer['edns'] {
  const options: { code: number; data: string }[] = [];
  let at = opt.start;
  while (at + 4 <= opt.end && options.length < kept.options) {
    const end = Math.min(opt.end, at + 4 + message.readUInt16BE(at + 2));
    const data = message
      .subarray(at + 4, end)
      .toString('hex')
      .slice(0, limits.line);
    options.push({ code: message.readUInt16BE(at), data });
    at = end;
  }
  return { version: (opt.ttl >>> 16) & 0xff, flags: opt.ttl & 0xffff, payload: opt.class, options };
}
