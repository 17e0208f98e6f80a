import type { Socket } from 'node:net';
import { ProbeError } from '../../guard/guard.ts';
import { ByteStream } from '../wire/byte-stream.ts';
import type { ParsedAnswer } from './answer.ts';

export type Answer = Extract<ParsedAnswer, { state: 'complete' }>;

const maxBytes = 64 * 1024;

/** One IMAP or POP3 connection: commands out, whole answers in. */
export class MailboxSession implements Disposable {
  readonly #stream: ByteStream;
  #pending: Buffer = Buffer.alloc(0);

  constructor(socket: Socket, totalMs: number) {
    this.#stream = new ByteStream(socket, { totalMs, maxBytes });
  }

  send(...commands: readonly string[]): void {
    this.#stream.write(commands.map((command) => `${command}\r\n`).join(''));
  }

  /** @throws ProbeError */
  async answer(parse: (bytes: Buffer) => ParsedAnswer): Promise<Answer> {
    for (;;) {
      const parsed = parse(this.#pending);
      if (parsed.state === 'garbled') throw new ProbeError('garbled', 'not an answer of a mailbox server');
      if (parsed.state === 'complete') {
        this.#pending = this.#pending.subarray(parsed.length);
        return parsed;
      }
      const bytes = await this.#stream.read();
      if (bytes === undefined) throw new ProbeError('closed', 'the server hung up');
      this.#pending = Buffer.concat([this.#pending, bytes]);
    }
  }

  /** Everything until the server hangs up, as it does after a farewell. @throws ProbeError */
  async rest(): Promise<string> {
    const chunks: Buffer[] = [this.#pending];
    for (;;) {
      const bytes = await this.#stream.read();
      if (bytes === undefined) return Buffer.concat(chunks).toString('latin1');
      chunks.push(bytes);
    }
  }

  /** For TLS. What came behind the answer in the clear would be lost in it. @throws ProbeError */
  release(): Socket {
    if (this.#pending.length > 0) throw new ProbeError('garbled', 'the server said more before TLS');
    return this.#stream.release();
  }

  /** Sends what is still to be sent, then closes. */
  end(): void {
    this.#stream.end();
  }

  [Symbol.dispose](): void {
    this.#stream.close();
  }
}
