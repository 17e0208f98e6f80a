import { Cursor, u8, u16 } from './bytes.ts';

/** RC4, RC2, IDEA, DES, 3DES with their export forms: all that SSL 2.0 had. */
const cipherKinds = ['010080', '020080', '030080', '040080', '050080', '060040', '0700c0'] as const;
const [clientHello, serverHello, sslv2] = [1, 4, 0x0002];

/** A CLIENT-HELLO of SSL 2.0 with every cipher kind (draft-hickman-netscape-ssl-00 §C). */
export function buildSslv2Hello(challenge: Buffer): Buffer {
  const kinds = Buffer.from(cipherKinds.join(''), 'hex');
  const body = Buffer.concat([
    u8(clientHello),
    u16(sslv2),
    u16(kinds.length),
    u16(0), // no session id
    u16(challenge.length),
    kinds,
    challenge,
  ]);
  return Buffer.concat([u16(0x8000 | body.length), body]);
}

export interface Sslv2ServerHello {
  /** From the record header to the last byte. */
  readonly wire: Buffer;
  /** What both sides have, six hex digits each. */
  readonly ciphers: readonly string[];
  readonly certificate: Buffer;
}

/** A SERVER-HELLO of SSL 2.0; `more` while it may still become one, undefined when it cannot. @throws MalformedError */
export function parseSslv2ServerHello(received: Buffer): Sslv2ServerHello | 'more' | undefined {
  if (received.length < 3) return received.length === 0 || couldBegin(received) ? 'more' : undefined;
  if (!couldBegin(received)) return undefined;
  const short = ((received[0] ?? 0) & 0x80) !== 0;
  const length = received.readUInt16BE(0) & (short ? 0x7fff : 0x3fff);
  const header = short ? 2 : 3;
  const padding = short ? 0 : (received[2] ?? 0);
  const type = received[header];
  if (type !== undefined && type !== serverHello) return undefined;
  if (received.length < header + length) return 'more';
  const cursor = new Cursor(received.subarray(header, header + length - padding));
  cursor.take(3); // type, session id hit, certificate type
  if (cursor.uint(2) !== sslv2) return undefined;
  const [certificateBytes, cipherBytes, idBytes] = [cursor.uint(2), cursor.uint(2), cursor.uint(2)];
  const certificate = cursor.take(certificateBytes);
  const list = cursor.take(cipherBytes).toString('hex');
  cursor.take(idBytes);
  const offered: readonly string[] = cipherKinds;
  const ciphers = (list.match(/.{6}/g) ?? []).filter((kind) => offered.includes(kind));
  return { wire: received.subarray(0, header + length), ciphers, certificate };
}

/** A TLS record (0x14 to 0x17, then 3) or text is none; a length below the fixed fields is none either. */
function couldBegin(received: Buffer): boolean {
  const [first = 0, second] = received;
  if ((first & 0x80) !== 0) return true;
  return first < 0x14 && second !== undefined && (first & 0x40) === 0 && received.readUInt16BE(0) >= 11;
}
