export class MalformedBerError extends Error {
  override readonly name = 'MalformedBerError';
  readonly code = 'malformed-ber';
}

/** The tags of RFC 1157, RFC 2578 and RFC 3416 that a GET and its answer consist of. */
export const tag = {
  integer: 0x02,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  sequence: 0x30,
  noSuchObject: 0x80,
  noSuchInstance: 0x81,
  endOfMibView: 0x82,
  getRequest: 0xa0,
  response: 0xa2,
} as const;

export interface Ber {
  readonly tag: number;
  readonly content: Buffer;
}

export function encodeBer(tagByte: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([tagByte, ...encodeLength(content.length)]), content]);
}

/** @param value 0 to 2^31 − 1 */
export function encodeInteger(value: number): Buffer {
  const bytes = Buffer.alloc(5);
  bytes.writeUInt32BE(value, 1);
  let start = 0;
  while (start < 4 && bytes.readUInt8(start) === 0 && bytes.readUInt8(start + 1) < 0x80) start += 1;
  return encodeBer(tag.integer, bytes.subarray(start));
}

function encodeLength(length: number): readonly number[] {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}

/** The elements that lie side by side in `bytes`, at most `most`. @throws MalformedBerError */
export function readBer(bytes: Buffer, most = 16): readonly Ber[] {
  const elements: Ber[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (elements.length === most) throw new MalformedBerError(`more than ${most} elements`);
    const { length, start } = readLength(bytes, at + 1);
    if (start + length > bytes.length) throw new MalformedBerError('element beyond its container');
    elements.push({ tag: bytes.readUInt8(at), content: bytes.subarray(start, start + length) });
    at = start + length;
  }
  return elements;
}

/** X.690 §8.1.3: the definite forms; a datagram needs no more than two bytes of length, some agents send four. */
function readLength(bytes: Buffer, at: number): { readonly length: number; readonly start: number } {
  const first = bytes[at];
  if (first === undefined) throw new MalformedBerError('no length');
  if (first < 0x80) return { length: first, start: at + 1 };
  const octets = first & 0x7f;
  if (octets === 0 || octets > 4 || at + 1 + octets > bytes.length) {
    throw new MalformedBerError(`length of ${octets} octets`);
  }
  return { length: bytes.readUIntBE(at + 1, octets), start: at + 1 + octets };
}

/** @throws MalformedBerError unless it is an INTEGER of 32 bits */
export function readInteger(element: Ber | undefined): number {
  const content = element?.content;
  if (element?.tag !== tag.integer || content === undefined || content.length < 1 || content.length > 4) {
    throw new MalformedBerError('no INTEGER');
  }
  return content.readIntBE(0, content.length);
}

/** The elements inside. @throws MalformedBerError unless the element has that tag */
export function readInside(element: Ber | undefined, expected: number): readonly Ber[] {
  if (element?.tag !== expected) throw new MalformedBerError(`no element of tag ${expected}`);
  return readBer(element.content);
}
