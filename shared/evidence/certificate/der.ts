/** One element of DER (X.690): its tag byte and its content. */
export interface DerElement {
  readonly tag: number;
  readonly content: Uint8Array;
}

/** Bytes that are no DER, or more of it than a certificate holds. */
export class MalformedDerError extends Error {
  override readonly name = 'MalformedDerError';
  readonly code = 'malformed-der';
}

const mostElements = 4096;

/** The elements that fill `bytes`; tags of several bytes are not read, since certificates have none. @throws MalformedDerError */
export function readElements(bytes: Uint8Array): readonly DerElement[] {
  const elements: DerElement[] = [];
  for (let at = 0; at < bytes.length; ) {
    if (elements.length === mostElements) throw new MalformedDerError('too many elements');
    const tag = bytes[at] ?? 0;
    if ((tag & 0x1f) === 0x1f) throw new MalformedDerError('a tag of several bytes');
    const { length, from } = readLength(bytes, at + 1);
    if (from + length > bytes.length) throw new MalformedDerError('longer than what holds it');
    elements.push({ tag, content: bytes.subarray(from, from + length) });
    at = from + length;
  }
  return elements;
}

function readLength(bytes: Uint8Array, at: number): { readonly length: number; readonly from: number } {
  const first = bytes[at] ?? 0x80;
  if (first < 0x80) return { length: first, from: at + 1 };
  const size = first & 0x7f;
  if (size < 1 || size > 3) throw new MalformedDerError('a length of no or too many bytes');
  let length = 0;
  for (let index = 1; index <= size; index++) length = length * 256 + (bytes[at + index] ?? 0);
  return { length, from: at + 1 + size };
}

/** The element at this place, which has to be there. @throws MalformedDerError */
export function elementAt(elements: readonly DerElement[], index: number): DerElement {
  const element = elements[index];
  if (element === undefined) throw new MalformedDerError('something is missing');
  return element;
}

/** Dotted form of an OBJECT IDENTIFIER's content. @throws MalformedDerError */
export function dotted(content: Uint8Array): string {
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of content.subarray(0, 64)) {
    arc = arc * 128 + (byte & 0x7f);
    if (arc > Number.MAX_SAFE_INTEGER / 128) throw new MalformedDerError('an arc without end');
    if (byte & 0x80) continue;
    if (arcs.length > 0) arcs.push(arc);
    else {
      const top = Math.min(2, Math.floor(arc / 40));
      arcs.push(top, arc - top * 40);
    }
    arc = 0;
  }
  return arcs.join('.');
}

export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
