import type { Socket } from 'node:net';
import type { UnknownReason } from '@enkaku/shared/model/observed.ts';
import { GuardError, ProbeError } from '../guard/guard.ts';

export interface Reading {
  readonly bytes: Buffer;
  /** `done`: `until` was satisfied; `full`: `maxBytes` came first; else why the peer said no more. */
  readonly end: 'done' | 'full' | UnknownReason;
}

/**
 * Reads from an open connection until `until` is satisfied, at most `maxBytes` and `deadlineMs` altogether, however
 * slowly the peer drips. What was read before the end is returned with it. @throws GuardError when `signal` aborts, and what `until` throws.
 */
export function readBytes(
  socket: Socket,
  options: {
    readonly maxBytes: number;
    readonly deadlineMs: number;
    readonly signal: AbortSignal;
    readonly until: (soFar: Buffer) => boolean;
  },
): Promise<Reading> {
  const bytes = Buffer.alloc(options.maxBytes);
  let length = 0;
  const { promise, resolve, reject } = Promise.withResolvers<Reading>();
  const finish = (end: Reading['end']) => resolve({ bytes: bytes.subarray(0, length), end });
  const onData = (chunk: Buffer) => {
    length += chunk.copy(bytes, length);
    try {
      if (options.until(bytes.subarray(0, length))) finish('done');
      else if (length === options.maxBytes) finish('full');
    } catch (error) {
      reject(error);
    }
  };
  const onClose = () => finish('closed');
  const onError = (error: Error) => {
    if (error instanceof GuardError) reject(error);
    else finish(reasonOf(error));
  };
  const onAbort = () => reject(new GuardError('stopped', 'the diagnosis was stopped while reading'));
  const timer = setTimeout(() => finish('timeout'), options.deadlineMs);

  if (options.signal.aborted) onAbort();
  else if (socket.destroyed) onClose();
  options.signal.addEventListener('abort', onAbort, { once: true });
  socket.on('data', onData).on('end', onClose).on('close', onClose).on('error', onError);
  return promise.finally(() => {
    clearTimeout(timer);
    options.signal.removeEventListener('abort', onAbort);
    socket.pause().off('data', onData).off('end', onClose).off('close', onClose).off('error', onError);
    // A peer may still reset a connection that nobody listens to any more.
    socket.on('error', () => {});
  });
}

function reasonOf(error: Error): UnknownReason {
  if (error instanceof ProbeError) return error.reason === 'refused' ? 'reset' : error.reason;
  return 'code' in error && error.code === 'ETIMEDOUT' ? 'timeout' : 'reset';
}
