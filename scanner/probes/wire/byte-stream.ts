import type { Socket } from 'node:net';
import type { UnknownReason } from '@enkaku/shared/model/observed.ts';
import { GuardError, ProbeError } from '../../guard/guard.ts';

export interface StreamLimits {
  /** For the whole conversation: a peer that sends one byte a second must not hold us. */
  readonly totalMs: number;
  readonly maxBytes: number;
}

/** The bytes of a hostile peer, limited in number and in time. Takes over a socket that nobody else reads. */
export class ByteStream implements Disposable {
  readonly #socket: Socket;
  readonly #endsAt: number;
  #bytesLeft: number;
  #failure: Error | null = null;
  #ended: boolean;
  #wake: (() => void) | null = null;

  constructor(socket: Socket, limits: StreamLimits) {
    this.#socket = socket;
    this.#endsAt = performance.now() + limits.totalMs;
    this.#bytesLeft = limits.maxBytes;
    this.#ended = socket.readableEnded;
    socket.on('error', this.#onError).on('timeout', this.#onTimeout).on('close', this.#onClose);
    socket.on('readable', this.#onReadable).on('end', this.#onEnd);
    if (socket.errored) this.#onError(socket.errored);
    else if (socket.destroyed) this.#onClose();
  }

  /** What came since the last call, at least one byte; undefined when the peer has ended. @throws ProbeError | GuardError */
  async read(): Promise<Buffer | undefined> {
    for (;;) {
      const bytes: Buffer | null = this.#socket.read();
      if (bytes !== null && bytes.length > 0) return this.#count(bytes);
      if (this.#failure) throw this.#failure;
      if (this.#ended) return undefined;
      await this.#somethingHappens();
    }
  }

  write(bytes: Buffer | string): void {
    if (!this.#socket.destroyed && this.#socket.writable) this.#socket.write(bytes);
  }

  get localAddress(): string | undefined {
    return this.#socket.localAddress;
  }

  /** Hands the socket on (to TLS); nothing that was not read is lost. */
  release(): Socket {
    this.#detach();
    return this.#socket;
  }

  close(): void {
    this.#detach();
    this.#socket.destroy();
  }

  /** Closes once everything written is out. */
  end(): void {
    this.#detach();
    this.#socket.destroySoon();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #count(bytes: Buffer): Buffer {
    this.#bytesLeft -= bytes.length;
    if (this.#bytesLeft < 0) throw new ProbeError('garbled', 'the peer sent more than we take');
    return bytes;
  }

  async #somethingHappens(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#wake = resolve;
    const timer = setTimeout(this.#onTimeout, Math.max(0, this.#endsAt - performance.now()));
    await promise;
    clearTimeout(timer);
    this.#wake = null;
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#wake?.();
  }

  readonly #onReadable = (): void => this.#wake?.();
  readonly #onEnd = (): void => {
    this.#ended = true;
    this.#wake?.();
  };
  readonly #onClose = (): void => {
    if (!this.#ended) this.#fail(new ProbeError('closed', 'the connection was closed'));
  };
  readonly #onTimeout = (): void => this.#fail(new ProbeError('timeout', 'no answer in time'));
  readonly #onError = (error: Error): void => this.#fail(asProbeError(error));

  #detach(): void {
    const socket = this.#socket;
    socket.off('timeout', this.#onTimeout).off('close', this.#onClose);
    socket.off('readable', this.#onReadable).off('end', this.#onEnd);
    // #onError stays: an error after the last read must not end the process.
  }
}

function asProbeError(error: Error): ProbeError | GuardError {
  if (error instanceof ProbeError || error instanceof GuardError) return error;
  const code = 'code' in error ? String(error.code) : '';
  return new ProbeError(reasonOfCode(code), error.message, { cause: error });
}

function reasonOfCode(code: string): UnknownReason {
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'reset';
  if (code === 'ETIMEDOUT') return 'timeout';
  return code.startsWith('ERR_SSL') ? 'garbled' : 'closed';
}
