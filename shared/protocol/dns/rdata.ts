import ipaddr from 'ipaddr.js';
import { escapeBytes, MalformedDnsError, readName } from './name.ts';
import { typeName } from './types.ts';

/** Where the data of one record lies. Names in it may point anywhere before it in the message. */
interface Rdata {
  readonly message: Buffer;
  readonly start: number;
  readonly end: number;
}

/** Presentation form. Data that breaks its type's rules, or whose type is not shown here, is RFC 3597's `\# n hex`. */
export function presentRdata(type: string, rdata: Rdata): string {
  const present = presenters[type];
  const bytes = rdata.message.subarray(rdata.start, rdata.end);
  const generic = () => `\\# ${bytes.length} ${bytes.toString('hex')}`.trimEnd();
  if (present === undefined) return generic();
  try {
    return present(new RdataReader(rdata));
  } catch (error) {
    if (error instanceof MalformedDnsError) return generic();
    throw error;
  }
}

const presenters: Readonly<Record<string, (data: RdataReader) => string>> = {
  A: (data) => whole(data, data.bytes(4).join('.')),
  AAAA: (data) => whole(data, new ipaddr.IPv6([...data.bytes(16)]).toRFC5952String()),
  NS: (data) => whole(data, data.name()),
  CNAME: (data) => whole(data, data.name()),
  PTR: (data) => whole(data, data.name()),
  DNAME: (data) => whole(data, data.name()),
  MX: (data) => whole(data, `${data.u16()} ${data.name()}`),
  SRV: (data) => whole(data, `${data.u16()} ${data.u16()} ${data.u16()} ${data.name()}`),
  SOA: (data) => whole(data, [data.name(), data.name(), ...five(() => data.u32())].join(' ')),
  // RFC 7208 §3.3: the strings of one record are joined without a space.
  TXT: (data) => data.strings().join(''),
  SPF: (data) => data.strings().join(''),
  HINFO: (data) => data.strings().join(' '),
  CAA: (data) => `${data.u8()} ${data.string()} "${escapeBytes(data.rest(), '"\\')}"`,
  DS: (data) => `${data.u16()} ${data.u8()} ${data.u8()} ${data.rest().toString('hex')}`,
  TLSA: (data) => `${data.u8()} ${data.u8()} ${data.u8()} ${data.rest().toString('hex')}`,
  CDS: (data) => `${data.u16()} ${data.u8()} ${data.u8()} ${data.rest().toString('hex')}`,
  NSEC: (data) => `${data.name()} ${data.types()}`.trimEnd(),
  NSEC3: (data) =>
    `${data.u8()} ${data.u8()} ${data.u16()} ${data.salt()} ${base32(data.bytes(data.u8()))} ${data.types()}`.trimEnd(),
  NSEC3PARAM: (data) => whole(data, `${data.u8()} ${data.u8()} ${data.u16()} ${data.salt()}`),
  CDNSKEY: (data) => `${data.u16()} ${data.u8()} ${data.u8()} ${data.rest().toString('base64')}`,
  DNSKEY: (data) => `${data.u16()} ${data.u8()} ${data.u8()} ${data.rest().toString('base64')}`,
  RRSIG: (data) =>
    [
      typeName(data.u16()),
      data.u8(),
      data.u8(),
      data.u32(),
      signatureTime(data.u32()),
      signatureTime(data.u32()),
      data.u16(),
      data.name(),
      data.rest().toString('base64'),
    ].join(' '),
};

function whole(data: RdataReader, text: string): string {
  if (data.rest().length > 0) throw new MalformedDnsError('data after the end of the record');
  return text;
}

function five(read: () => number): readonly number[] {
  return [read(), read(), read(), read(), read()];
}

/** RFC 4034 §3.2: YYYYMMDDHHmmSS in UTC. */
function signatureTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replaceAll(/[-T:]|\.000Z/g, '');
}

const base32Digits = '0123456789abcdefghijklmnopqrstuv';

/** RFC 4648 §7 without padding, as NSEC3 names are written (RFC 5155 §1.3). */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => base32Digits[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}

class RdataReader {
  readonly #message: Buffer;
  readonly #end: number;
  #at: number;

  constructor({ message, start, end }: Rdata) {
    this.#message = message;
    this.#at = start;
    this.#end = end;
  }

  bytes(length: number): Buffer {
    if (this.#at + length > this.#end) throw new MalformedDnsError('record data cut short');
    this.#at += length;
    return this.#message.subarray(this.#at - length, this.#at);
  }

  rest(): Buffer {
    return this.bytes(this.#end - this.#at);
  }

  u8(): number {
    return this.bytes(1).readUInt8();
  }

  u16(): number {
    return this.bytes(2).readUInt16BE();
  }

  u32(): number {
    return this.bytes(4).readUInt32BE();
  }

  name(): string {
    const { name, next } = readName(this.#message, this.#at);
    this.bytes(next - this.#at);
    return name;
  }

  /** One character-string of RFC 1035 §3.3. */
  string(): string {
    return escapeBytes(this.bytes(this.u8()), '\\');
  }

  /** RFC 5155 §3.3: `-` where there is none. */
  salt(): string {
    return this.bytes(this.u8()).toString('hex') || '-';
  }

  /** The type bit maps of RFC 4034 §4.1.2, to the end. */
  types(): string {
    const types: string[] = [];
    while (this.#at < this.#end) {
      const [window, map] = [this.u8(), this.bytes(this.u8())] as const;
      for (const [octet, byte] of map.entries()) {
        for (let bit = 0; bit < 8; bit++) {
          if ((byte & (0x80 >> bit)) !== 0) types.push(typeName(window * 256 + octet * 8 + bit));
        }
      }
    }
    return types.join(' ');
  }

  strings(): readonly string[] {
    const all: string[] = [];
    while (this.#at < this.#end) all.push(this.string());
    return all;
  }
}
