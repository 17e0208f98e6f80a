import { ProbeError } from '../../guard/guard.ts';

/** RFC 4250 §4.1.2, RFC 4419 §5 and RFC 4253 §8. */
export const message = {
  disconnect: 1,
  ignore: 2,
  debug: 4,
  serviceRequest: 5,
  serviceAccept: 6,
  extInfo: 7,
  kexinit: 20,
  newKeys: 21,
  kexInit: 30,
  kexReply: 31,
  gexGroup: 31,
  gexInit: 32,
  gexReply: 33,
  gexRequest: 34,
  userAuthRequest: 50,
  userAuthFailure: 51,
  userAuthBanner: 53,
} as const;

const longestPacket = 35_000;

/** RFC 4251 §5. */
export function string(content: Buffer | string): Buffer {
  const bytes = Buffer.from(content);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(bytes.length);
  return Buffer.concat([head, bytes]);
}

export function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** A positive number, in the fewest bytes and never negative. */
export function mpint(content: Buffer): Buffer {
  let start = 0;
  while (start < content.length && content[start] === 0) start += 1;
  const bytes = content.subarray(start);
  return string((bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes);
}

/** Reads fields from the front of a hostile payload. @throws ProbeError (garbled) where they are not there */
export class Fields {
  #at: number;
  readonly #bytes: Buffer;

  constructor(bytes: Buffer, at = 0) {
    this.#bytes = bytes;
    this.#at = at;
  }

  string(): Buffer {
    const end = this.#at + 4;
    if (end > this.#bytes.length) throw new ProbeError('garbled', 'a field is missing');
    const length = this.#bytes.readUInt32BE(this.#at);
    if (end + length > this.#bytes.length) throw new ProbeError('garbled', 'a field is cut off');
    this.#at = end + length;
    return this.#bytes.subarray(end, end + length);
  }

  /** A positive number without its leading zero. */
  mpint(): Buffer {
    const bytes = this.string();
    return bytes[0] === 0 ? bytes.subarray(1) : bytes;
  }
}

/** RFC 4253 §6, without encryption. */
export function frame(payload: Buffer, blockBytes = 8, withoutLength = false): Buffer {
  const counted = payload.length + (withoutLength ? 1 : 5);
  let padding = blockBytes - (counted % blockBytes);
  if (padding < 4) padding += blockBytes;
  const head = Buffer.alloc(5);
  head.writeUInt32BE(payload.length + 1 + padding);
  head[4] = padding;
  return Buffer.concat([head, payload, Buffer.alloc(padding)]);
}

/** The length of what follows. @throws ProbeError (garbled) where no packet is that long */
export function packetLength(head: Buffer): number {
  const length = head.readUInt32BE(0);
  if (length < 6 || length > longestPacket) throw new ProbeError('garbled', `a packet of ${length} bytes`);
  return length;
}

/** The payload of a packet without its length. @throws ProbeError (garbled) */
export function unpad(packet: Buffer): Buffer {
  const end = packet.length - (packet[0] ?? 0);
  if (end < 2) throw new ProbeError('garbled', 'more padding than packet');
  return packet.subarray(1, end);
}
