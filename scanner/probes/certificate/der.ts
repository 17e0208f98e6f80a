import { Cursor, MalformedError } from '../wire/tls/bytes.ts';

/** One element of DER (X.690): its tag byte, its content, and itself whole. */
export interface DerElement {
  readonly tag: number;
  readonly content: Buffer;
}

export const tags = {
  integer: 0x02,
  objectIdentifier: 0x06,
  sequence: 0x30,
  /** Context-specific, constructed: [0], [3]. */
  version: 0xa0,
  extensions: 0xa3,
} as const;

const maxElements = 4096;

/** The elements that fill `bytes`. Tags above 30 are not read: certificates have none. @throws MalformedError */
export function readElements(bytes: Buffer): readonly DerElement[] {
  const cursor = new Cursor(bytes);
  const elements: DerElement[] = [];
  while (cursor.left > 0) {
    if (elements.length === maxElements) throw new MalformedError('too many elements');
    const tag = cursor.uint(1);
    if ((tag & 0x1f) === 0x1f) throw new MalformedError('a tag of several bytes');
    elements.push({ tag, content: cursor.take(readLength(cursor)) });
  }
  return elements;
}

/** The elements inside the only element of `bytes`, which has to be `tag`. @throws MalformedError */
export function readInside(bytes: Buffer, tag: number): readonly DerElement[] {
  const [element] = readElements(bytes);
  if (element?.tag !== tag) throw new MalformedError(`expected tag ${tag}`);
  return readElements(element.content);
}

/** Dotted form of an OBJECT IDENTIFIER's content; arcs of more than 28 bits end it. */
export function dotted(content: Buffer): string {
  const arcs: number[] = [];
  let [arc, length] = [0, 0];
  for (const byte of content.subarray(0, 64)) {
    if (++length > 4) break;
    arc = arc * 128 + (byte & 0x7f);
    if (byte & 0x80) continue;
    if (arcs.length === 0) {
      const top = Math.min(2, Math.floor(arc / 40));
      arcs.push(top, arc - top * 40);
    } else arcs.push(arc);
    [arc, length] = [0, 0];
  }
  return arcs.join('.');
}

function readLength(cursor: Cursor): number {
  const first = cursor.uint(1);
  if (first < 0x80) return first;
  const size = first & 0x7f;
  if (size < 1 || size > 4) throw new MalformedError('a length of no or too many bytes');
  return cursor.take(size).readUIntBE(0, size);
}
