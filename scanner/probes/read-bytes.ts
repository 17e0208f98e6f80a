import type { Socket } from 'node:net';
import type { UnknownReason } from '@enkaku/shared/model/observed.ts';
import { ProbeError } from '../guard/guard.ts';
import { ByteStream } from './wire/byte-stream.ts';

export interface Reading {
  readonly bytes: Buffer;
  /** `done`: `until` was satisfied; `full`: `maxBytes` came first; else why the peer said no more. */
  readonly end: 'done' | 'full' | UnknownReason;
}

/**
 * Reads an open connection until `until` is satisfied, at most `maxBytes` and `deadlineMs` altogether, and closes it.
 * What was read before a failure is returned with its reason. @throws GuardError, and what `until` throws
 */
export async function readBytes(
  socket: Socket,
  options: {
    readonly maxBytes: number;
    readonly deadlineMs: number;
    readonly until: (soFar: Buffer) => boolean;
  },
): Promise<Reading> {
  using stream = new ByteStream(socket, { totalMs: options.deadlineMs, maxBytes: Number.POSITIVE_INFINITY });
  const bytes = Buffer.alloc(options.maxBytes);
  let length = 0;
  const ended = (end: Reading['end']): Reading => ({ bytes: bytes.subarray(0, length), end });
  try {
    for (;;) {
      const chunk = await stream.read();
      if (chunk === undefined) return ended('closed');
      length += chunk.copy(bytes, length);
      if (options.until(bytes.subarray(0, length))) return ended('done');
      if (length === options.maxBytes) return ended('full');
    }
  } catch (error) {
    if (!(error instanceof ProbeError)) throw error;
    return ended(error.reason === 'refused' ? 'reset' : error.reason);
  }
}
