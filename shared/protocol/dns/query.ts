import dns from 'dns2';
import { classCodes, type DnsClass, type DnsType, typeCodes } from './types.ts';

/** What a query says in its OPT record (RFC 6891). */
export interface Edns {
  /** UDP payload size. */
  readonly payload: number;
  /** DO. */
  readonly dnssec: boolean;
  readonly version?: number;
  /** Bits of Z that have no meaning yet; DO is not among them. */
  readonly z?: number;
  readonly options?: readonly { readonly code: number; readonly data: Buffer }[];
}

export interface Query {
  readonly name: string;
  readonly type: DnsType;
  readonly class: DnsClass;
  /** RD: ask the server to find the answer elsewhere. */
  readonly recursion: boolean;
  /** null for a query without EDNS. */
  readonly edns: Edns | null;
  /** CD: the resolver shall hand over what it could not validate. */
  readonly checkingDisabled?: boolean;
}

const header = 12;

/** The bytes of a query. @param id 16 random bits (RFC 5452 §4) */
export function encodeQuery(query: Query, id: number): Buffer {
  const packet = new dns.Packet();
  // AD in a query asks for AD in the answer (RFC 6840 §5.7).
  Object.assign(packet.header, { id, rd: query.recursion ? 1 : 0, ad: query.recursion ? 1 : 0 });
  Object.assign(packet.header, { cd: query.checkingDisabled === true ? 1 : 0 });
  packet.questions.push(new dns.Packet.Question(query.name, typeCodes[query.type], classCodes[query.class]));
  const message = packet.toBuffer();
  const sections = [message];
  if (query.type === 'IXFR') {
    message.writeUInt16BE(1, 8);
    sections.push(oldestSoa);
  }
  if (query.edns !== null) {
    message.writeUInt16BE(1, 10);
    sections.push(optRecord(query.edns));
  }
  return Buffer.concat(sections);
}

/** RFC 1995 §3: the version a client has stands in the authority section; serial 0 is older than any. */
const oldestSoa = Buffer.concat([
  Buffer.from('c00c0006000100000000', 'hex'),
  Buffer.from('0016', 'hex'),
  Buffer.alloc(22),
]);

/** dns2 writes no versions, no flags but DO and no unknown options. */
function optRecord({ payload, dnssec, version = 0, z = 0, options = [] }: Edns): Buffer {
  const data = Buffer.concat(
    options.map((option) => {
      const head = Buffer.alloc(4);
      head.writeUInt16BE(option.code, 0);
      head.writeUInt16BE(option.data.length, 2);
      return Buffer.concat([head, option.data]);
    }),
  );
  const record = Buffer.alloc(11);
  record.writeUInt16BE(typeCodes.OPT, 1);
  record.writeUInt16BE(payload, 3);
  record.writeUInt8(version, 6);
  record.writeUInt16BE((dnssec ? 0x8000 : 0) | (z & 0x7fff), 7);
  record.writeUInt16BE(data.length, 9);
  return Buffer.concat([record, data]);
}

/** The question section of a query made here; its name has no pointers. */
function questionOf(query: Buffer): Buffer {
  let end = header;
  for (let length = query[end] ?? 0; length > 0; length = query[end] ?? 0) end += length + 1;
  return query.subarray(header, end + 5);
}

/**
 * RFC 5452 §9.1: id, QR, opcode and the question, bit for bit (so letter case too, unless told otherwise). Servers
 * that cannot read a query, or send its asker to TCP (NSD to ANY), may send back the header alone; then only an error
 * or TC can be believed.
 */
export function isAnswerTo(query: Buffer, answer: Buffer, letterCase: 'exact' | 'any' = 'exact'): boolean {
  if (answer.length < header || answer.readUInt16BE(0) !== query.readUInt16BE(0)) return false;
  if ((answer.readUInt8(2) & 0xf8) !== 0x80) return false;
  const questions = answer.readUInt16BE(4);
  if (questions === 0) return (answer.readUInt8(3) & 0xf) !== 0 || (answer.readUInt8(2) & 0x02) !== 0;
  const question = questionOf(query);
  const answered = answer.subarray(header, header + question.length);
  const isSame = letterCase === 'exact' ? answered.equals(question) : lower(answered) === lower(question);
  return questions === 1 && isSame;
}

function lower(bytes: Buffer): string {
  return bytes.toString('latin1').toLowerCase();
}

/** RFC 5936 §2.2.1: the second and later messages of a transfer may leave the question out. */
export function continuesTransfer(query: Buffer, message: Buffer): boolean {
  if (message.length >= header && message.readUInt16BE(4) === 0) {
    return message.readUInt16BE(0) === query.readUInt16BE(0) && (message.readUInt8(2) & 0xf8) === 0x80;
  }
  return isAnswerTo(query, message);
}
