import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { ProbeError } from '../../guard/guard.ts';
import { version } from '../../version.ts';
import { readIdentification, speaksVersion2 } from '../ssh-kexinit/identification.ts';
import { type Kexinit, readKexinit } from '../ssh-kexinit/kexinit.ts';
import { ByteStream } from '../wire/byte-stream.ts';
import { type Cipher, suiteFor } from './cipher.ts';
import { frame, message, packetLength, string, unpad } from './wire.ts';

const identification = `SSH-2.0-Enkaku_${version}`;
const mostBytes = 256 * 1024;
const mostSkipped = 16;

/** One connection to an SSH server: both identifications are exchanged, and messages go back and forth. */
export class Session implements Disposable {
  readonly #stream: ByteStream;
  #buffer = Buffer.alloc(0);
  #sent = 0;
  #received = 0;
  #encrypt: Cipher | undefined;
  #decrypt: Cipher | undefined;
  readonly ours = identification;
  theirs = '';

  constructor(socket: Socket, totalMs: number) {
    this.#stream = new ByteStream(socket, { totalMs, maxBytes: mostBytes });
  }

  /** Both identifications, then the server's lists. @throws ProbeError | GuardError */
  async begin(): Promise<{ readonly kexinit: Kexinit; readonly payload: Buffer }> {
    this.#stream.write(`${identification}\r\n`);
    for (;;) {
      const found = readIdentification(this.#buffer);
      if (found.state === 'not-ssh') throw new ProbeError('garbled', 'no SSH');
      if (found.state === 'found') {
        if (!speaksVersion2(found.text)) throw new ProbeError('garbled', 'no version 2');
        this.theirs = found.text;
        this.#buffer = this.#buffer.subarray(found.next);
        break;
      }
      await this.#more();
    }
    const payload = await this.expect(message.kexinit);
    const reading = readKexinit(frame(payload));
    if (reading.state !== 'found') throw new ProbeError('garbled', 'no lists');
    return { kexinit: reading.kexinit, payload };
  }

  send(payload: Buffer): void {
    this.#stream.write(this.#encrypt?.seal(payload, this.#sent) ?? frame(payload));
    this.#sent += 1;
  }

  /** The next message of one of these kinds; what may come at any time is passed over. @throws ProbeError | GuardError */
  async expect(...kinds: readonly number[]): Promise<Buffer> {
    for (let skipped = 0; skipped < mostSkipped; skipped++) {
      const payload = await this.#receive();
      const kind = payload[0] ?? 0;
      if (kinds.includes(kind)) return payload;
      if (kind === message.disconnect) throw new ProbeError('closed', 'the server says goodbye');
      if (!passable.has(kind)) throw new ProbeError('garbled', `message ${kind} instead of ${kinds}`);
    }
    throw new ProbeError('garbled', 'only messages without meaning');
  }

  /** RFC 4253 §7.3: from here on. */
  protect(encrypt: Cipher, decrypt: Cipher): void {
    this.#encrypt = encrypt;
    this.#decrypt = decrypt;
  }

  [Symbol.dispose](): void {
    this.#stream.close();
  }

  async #receive(): Promise<Buffer> {
    const headBytes = this.#decrypt?.headBytes ?? 4;
    await this.#atLeast(headBytes);
    const decrypt = this.#decrypt;
    if (decrypt !== undefined) {
      const length = packetLength(decrypt.peek(this.#buffer.subarray(0, headBytes)));
      await this.#atLeast(4 + length + decrypt.tagBytes);
      const payload = decrypt.open(this.#take(4 + length + decrypt.tagBytes), this.#received++);
      return payload;
    }
    const length = packetLength(this.#buffer);
    await this.#atLeast(4 + length);
    this.#received += 1;
    return unpad(this.#take(4 + length).subarray(4));
  }

  async #atLeast(bytes: number): Promise<void> {
    while (this.#buffer.length < bytes) await this.#more();
  }

  #take(bytes: number): Buffer {
    const taken = this.#buffer.subarray(0, bytes);
    this.#buffer = this.#buffer.subarray(bytes);
    return taken;
  }

  async #more(): Promise<void> {
    const chunk = await this.#stream.read();
    if (chunk === undefined) throw new ProbeError('closed', 'the server closed the connection');
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
  }
}

const passable: ReadonlySet<number> = new Set([
  message.ignore,
  message.debug,
  message.extInfo,
  message.userAuthBanner,
]);

/** RFC 4253 §7.1: one way of exchanging keys, one kind of host key, and a cipher that we have, if there is one. */
export function ourKexinit(kexinit: Kexinit, kex: string, hostKey: string): Buffer {
  const [up, down] = [suiteFor(kexinit, 'ClientToServer'), suiteFor(kexinit, 'ServerToClient')];
  const lists = [
    [kex],
    [hostKey],
    up === undefined ? kexinit.ciphersClientToServer : [up.cipher],
    down === undefined ? kexinit.ciphersServerToClient : [down.cipher],
    up?.mac ? [up.mac] : kexinit.macsClientToServer,
    down?.mac ? [down.mac] : kexinit.macsServerToClient,
    ['none'],
    ['none'],
    [],
    [],
  ];
  const names = lists.map((list) => string(list.join(',')));
  return Buffer.concat([Buffer.of(message.kexinit), randomBytes(16), ...names, Buffer.alloc(5)]);
}
