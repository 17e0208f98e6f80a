/** One element of DER (X.690): its tag byte and its content. */
export interface DerElement<Bytes extends Uint8Array = Uint8Array> {
  readonly tag: number;
  readonly content: Bytes;
}

/** Bytes that are no DER, or more of it than a certificate holds. */
export class MalformedDerError extends Error {
  override readonly name = 'MalformedDerError';
  readonly code = 'malformed-der';
}

export const derTags = {
  integer: 0x02,
  objectIdentifier: 0x06,
  sequence: 0x30,
  /** Context-specific, constructed: [0], [3]. */
  version: 0xa0,
  extensions: 0xa3,
} as const;

const mostElements = 4096;

/** The elements that fill `bytes`; tags of several bytes are not read, since certificates have none. @throws MalformedDerError */
export function readElements<Bytes extends Uint8Array>(bytes: Bytes): readonly DerElement<Bytes>[] {
  const elements: DerElement<Bytes>[] = [];
  for (let at = 0; at < bytes.length; ) {
    if (elements.length === mostElements) throw new MalformedDerError('too many elements');
    const tag = bytes[at] ?? 0;
    if ((tag & 0x1f) === 0x1f) throw new MalformedDerError('a tag of several bytes');
    const { length, from } = readLength(bytes, at + 1);
    if (from + length > bytes.length) throw new MalformedDerError('longer than what holds it');
    // A part of a Buffer is a Buffer.
    elements.push({ tag, content: bytes.subarray(from, from + length) as Bytes });
    at = from + length;
  }
  return elements;
}

function readLength(bytes: Uint8Array, at: number): { readonly length: number; readonly from: number } {
  const first = bytes[at];
  if (first === undefined) throw new MalformedDerError('no length');
  if (first < 0x80) return { length: first, from: at + 1 };
  const size = first & 0x7f;
  if (size < 1 || size > 4) throw new MalformedDerError('a length of no or too many bytes');
  let length = 0;
  for (let index = 1; index <= size; index++) length = length * 256 + (bytes[at + index] ?? 0);
  return { length, from: at + 1 + size };
}

/** The element at this place, which has to be there. @throws MalformedDerError */
export function elementAt<Bytes extends Uint8Array>(
  elements: readonly DerElement<Bytes>[],
  index: number,
): DerElement<Bytes> {
  const element = elements[index];
  if (element === undefined) throw new MalformedDerError('something is missing');
  return element;
}

/** What an element holds; it has to be there. @throws MalformedDerError */
export function inside<Bytes extends Uint8Array>(
  element: DerElement<Bytes> | undefined,
): readonly DerElement<Bytes>[] {
  return readElements(elementAt(element === undefined ? [] : [element], 0).content);
}

/** The elements inside the first element of `bytes`, which has to be `tag`. @throws MalformedDerError */
export function readInside<Bytes extends Uint8Array>(
  bytes: Bytes,
  tag: number,
): readonly DerElement<Bytes>[] {
  const [element] = readElements(bytes);
  if (element?.tag !== tag) throw new MalformedDerError(`expected tag ${tag}`);
  return readElements(element.content);
}

/** Dotted form of an OBJECT IDENTIFIER's content; arcs of more than 28 bits end it. */
export function dotted(content: Uint8Array): string {
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

export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
