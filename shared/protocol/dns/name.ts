export class MalformedDnsError extends Error {
  override readonly name = 'MalformedDnsError';
  readonly code = 'malformed-dns';
}

/** A name has at most 127 labels; nobody needs a pointer before each. */
const maxJumps = 127;

/**
 * The domain name at `offset`, and where the bytes after it begin. Presentation form of RFC 1035 §5.1 with the case
 * kept and no final dot; the root is `.`. @throws MalformedDnsError
 */
export function readName(message: Buffer, offset: number): { readonly name: string; readonly next: number } {
  const { labels, next } = readLabels(message, offset);
  // A space would part the fields of a record that are shown side by side.
  const shown = labels.map((label) => escapeBytes(label, '.\\"();@$').replaceAll(' ', '\\032'));
  return { name: shown.join('.') || '.', next };
}

/** The labels themselves, without the root's. @throws MalformedDnsError */
export function readLabels(
  message: Buffer,
  offset: number,
): { readonly labels: readonly Buffer[]; readonly next: number } {
  const labels: Buffer[] = [];
  let at = offset;
  let next: number | undefined;
  let octets = 1;
  // RFC 1035 §4.1.4: a pointer names a *prior* occurrence. Only ever jumping further back, no chain can loop.
  let floor = offset;
  let jumps = 0;
  for (;;) {
    const length = byteAt(message, at);
    if (length === 0) return { labels, next: next ?? at + 1 };
    if ((length & 0xc0) === 0xc0) {
      const target = ((length & 0x3f) << 8) | byteAt(message, at + 1);
      if (target >= floor || ++jumps > maxJumps)
        throw new MalformedDnsError(`pointer at ${at} does not point back`);
      next ??= at + 2;
      at = target;
      floor = target;
      continue;
    }
    // RFC 6891 §5: the two other label types are deprecated or never assigned.
    if (length > 63) throw new MalformedDnsError(`label type ${length >> 6} at ${at}`);
    octets += length + 1;
    if (octets > 255) throw new MalformedDnsError('name over 255 octets (RFC 1035 §2.3.4)');
    if (at + 1 + length > message.length) throw new MalformedDnsError('name beyond the message');
    labels.push(message.subarray(at + 1, at + 1 + length));
    at += 1 + length;
  }
}

/** Printable ASCII as it is, `special` with a backslash, every other octet as `\DDD`. */
export function escapeBytes(bytes: Buffer, special: string): string {
  let text = '';
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    if (byte < 0x20 || byte > 0x7e) text += `\\${String(byte).padStart(3, '0')}`;
    else text += special.includes(character) ? `\\${character}` : character;
  }
  return text;
}

function byteAt(message: Buffer, offset: number): number {
  const byte = message[offset];
  if (byte === undefined) throw new MalformedDnsError(`nothing at ${offset}`);
  return byte;
}
