import type { Socket } from 'node:net';
import type { SmtpReply } from '@enkaku/shared/evidence/smtp-dialog/schema.ts';
import { parseAddress } from '@enkaku/shared/model/address.ts';
import { parseHostName } from '@enkaku/shared/model/host-name.ts';
import { ProbeError } from '../../guard/guard.ts';
import { ByteStream } from './byte-stream.ts';
import { parseSmtpReply } from './smtp-reply.ts';

export interface TranscriptLine {
  readonly from: 'client' | 'server';
  readonly text: string;
}

/** RFC 5321 allows five minutes for a greeting; tarpits greet after 5 to 30 seconds. */
export const greetingMs = 30_000;
/** For a whole session, however slowly it goes. */
export const sessionMs = 60_000;
const maxBytes = 256 * 1024;

/** One SMTP connection: commands out, whole replies in. Everything said goes to `heard`. */
export class SmtpSession implements Disposable {
  readonly #stream: ByteStream;
  readonly #heard: (line: TranscriptLine) => void;
  #pending: Buffer = Buffer.alloc(0);

  constructor(socket: Socket, heard: (line: TranscriptLine) => void = () => {}, totalMs = sessionMs) {
    this.#stream = new ByteStream(socket, { totalMs, maxBytes });
    this.#heard = heard;
  }

  /** @throws ProbeError */
  async reply(): Promise<SmtpReply> {
    for (;;) {
      const parsed = parseSmtpReply(this.#pending);
      if (parsed.state === 'garbled') throw new ProbeError('garbled', 'not an SMTP reply');
      if (parsed.state === 'complete') {
        this.#pending = this.#pending.subarray(parsed.length);
        parsed.reply.lines.forEach((text, index, { length }) => {
          const separator = index + 1 < length ? '-' : ' ';
          this.#heard({ from: 'server', text: `${parsed.reply.code}${separator}${text}`.slice(0, 2048) });
        });
        return parsed.reply;
      }
      const bytes = await this.#stream.read();
      if (bytes === undefined) throw new ProbeError('closed', 'the server hung up');
      this.#pending = Buffer.concat([this.#pending, bytes]);
    }
  }

  /** @throws ProbeError */
  command(text: string): Promise<SmtpReply> {
    this.send(text);
    return this.reply();
  }

  send(text: string): void {
    this.#heard({ from: 'client', text });
    this.#stream.write(`${text}\r\n`);
  }

  /** How we name ourselves: the portal's host name, else our own address as a literal. Never a name of the target. */
  greeting(contact: string): string {
    const host = URL.canParse(contact) ? new URL(contact).hostname : (contact.split('@').at(-1) ?? '');
    const name = parseHostName(host);
    if (name !== undefined) return `EHLO ${name}`;
    const own = parseAddress(this.#stream.localAddress ?? '') ?? '127.0.0.1';
    return `EHLO [${own.includes(':') ? `IPv6:${own}` : own}]`;
  }

  /** For TLS after STARTTLS. Text that the server sent after its reply is not part of TLS and is dropped. */
  release(): Socket {
    return this.#stream.release();
  }

  /** Sends what is still to be sent (QUIT), then closes. */
  end(): void {
    this.#stream.end();
  }

  [Symbol.dispose](): void {
    this.#stream.close();
  }
}
