export function u8(value: number): Buffer {
  return Buffer.from([value]);
}

export function u16(value: number): Buffer {
  return Buffer.from([value >> 8, value & 0xff]);
}

export function u24(value: number): Buffer {
  return Buffer.from([value >> 16, (value >> 8) & 0xff, value & 0xff]);
}

/** A vector of RFC 8446 §3.4: its length in one, two or three bytes, then itself. */
export function vector(lengthBytes: 1 | 2 | 3, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const length = { 1: u8, 2: u16, 3: u24 }[lengthBytes](body.length);
  return Buffer.concat([length, body]);
}

export class MalformedError extends Error {
  override readonly name = 'MalformedError';
  readonly code = 'malformed';
}

/** Reads a message from its start; every step beyond the end throws. */
export class Cursor {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  /** @throws MalformedError */
  take(length: number): Buffer {
    if (length > this.left) throw new MalformedError(`${length} bytes announced, ${this.left} there`);
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** @throws MalformedError */
  uint(bytes: 1 | 2 | 3): number {
    return this.take(bytes).readUIntBE(0, bytes);
  }

  /** @throws MalformedError */
  vector(lengthBytes: 1 | 2 | 3): Buffer {
    return this.take(this.uint(lengthBytes));
  }
}
