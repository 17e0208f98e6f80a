import dns from 'dns2';
import { classCodes, type DnsClass, type DnsType, typeCodes } from './types.ts';

export interface Query {
  readonly name: string;
  readonly type: DnsType;
  readonly class: DnsClass;
  /** RD: ask the server to find the answer elsewhere. */
  readonly recursion: boolean;
  /** UDP payload size and DO of RFC 6891; null for a query without EDNS. */
  readonly edns: { readonly payload: number; readonly dnssec: boolean } | null;
}

/** The bytes of a query. @param id 16 random bits (RFC 5452 §4) */
export function encodeQuery(query: Query, id: number): Buffer {
  const packet = new dns.Packet();
  // AD in a query asks for AD in the answer (RFC 6840 §5.7).
  Object.assign(packet.header, { id, rd: query.recursion ? 1 : 0, ad: query.recursion ? 1 : 0 });
  packet.questions.push(new dns.Packet.Question(query.name, typeCodes[query.type], classCodes[query.class]));
  if (query.edns !== null) {
    const { payload, dnssec } = query.edns;
    packet.additionals.push(dns.Packet.Resource.EDNS([], { udpPayloadSize: payload, doFlag: dnssec }));
  }
  return packet.toBuffer();
}

/** Question section of a query made here: everything between the header and an OPT record (11 bytes). */
function questionOf(query: Buffer): Buffer {
  const opt = query.readUInt16BE(10) * 11;
  return query.subarray(12, query.length - opt);
}

/**
 * RFC 5452 §9.1: id, QR, opcode and the question, bit for bit (so letter case too). Servers that cannot read a query
 * send back its header alone; then only an error can be believed.
 */
export function isAnswerTo(query: Buffer, answer: Buffer): boolean {
  if (answer.length < 12 || answer.readUInt16BE(0) !== query.readUInt16BE(0)) return false;
  if ((answer.readUInt8(2) & 0xf8) !== 0x80) return false;
  const questions = answer.readUInt16BE(4);
  if (questions === 0) return (answer.readUInt8(3) & 0xf) !== 0;
  const question = questionOf(query);
  return questions === 1 && answer.subarray(12, 12 + question.length).equals(question);
}

/** RFC 5936 §2.2.1: the second and later messages of a transfer may leave the question out. */
export function continuesTransfer(query: Buffer, message: Buffer): boolean {
  if (message.length >= 12 && message.readUInt16BE(4) === 0) {
    return message.readUInt16BE(0) === query.readUInt16BE(0) && (message.readUInt8(2) & 0xf8) === 0x80;
  }
  return isAnswerTo(query, message);
}
