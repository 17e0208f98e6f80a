import { ProbeError } from '../../guard/guard.ts';
import { ByteStream } from '../wire/byte-stream.ts';
import { type HelloOffer, suitesFor } from '../wire/tls/client-hello.ts';
import { askOn, clientHello, type HelloAnswer } from '../wire/tls/hello-exchange.ts';
import type { Connections } from './connections.ts';

const maxBytes = 96 * 1024;

/** What came back to something unusual: an alert, some other record, or the end of the connection. */
export type Reaction =
  | { readonly kind: 'alert'; readonly alert: number; readonly wire: Buffer }
  | { readonly kind: 'record'; readonly wire: Buffer }
  | { readonly kind: 'closed' | 'reset' | 'timeout' };

const alertRecord = 21;

/** A handshake up to TLS 1.2 that goes no further than the server's first flight, on a connection that stays open. */
export class RawHandshake implements Disposable {
  readonly answer: HelloAnswer;
  readonly #stream: ByteStream;

  private constructor(stream: ByteStream, answer: HelloAnswer) {
    this.#stream = stream;
    this.answer = answer;
  }

  /** @throws ProbeError | GuardError | NoStarttlsError */
  static async begin(connections: Connections, change: Partial<HelloOffer> = {}): Promise<RawHandshake> {
    const { endpoint, answerMs } = connections;
    const offer = {
      version: 'TLSv1.2',
      suites: suitesFor('TLSv1.2'),
      sni: endpoint.name,
      ...change,
    } as const;
    const socket = await connections.open();
    const stream = new ByteStream(socket, { totalMs: 2 * answerMs, maxBytes });
    try {
      const answer = await askOn(
        stream,
        clientHello(offer),
        offer.resume ? 'serverHello' : 'serverHelloDone',
      );
      return new RawHandshake(stream, answer);
    } catch (error) {
      stream.close();
      throw error;
    }
  }

  send(bytes: Buffer): void {
    this.#stream.write(bytes);
  }

  /** The first record that comes within this time. @throws GuardError */
  async reaction(withinMs: number): Promise<Reaction> {
    const { promise: late, resolve } = Promise.withResolvers<'timeout'>();
    const timer = setTimeout(resolve, withinMs, 'timeout' as const);
    try {
      const record = this.#record();
      record.catch(() => {}); // it may fail after we have stopped to listen
      const first = await Promise.race([record, late]);
      return first === 'timeout' ? { kind: 'timeout' } : first;
    } catch (error) {
      if (!(error instanceof ProbeError)) throw error;
      return { kind: error.reason === 'reset' || error.reason === 'timeout' ? error.reason : 'closed' };
    } finally {
      clearTimeout(timer);
    }
  }

  [Symbol.dispose](): void {
    this.#stream.close();
  }

  async #record(): Promise<Reaction> {
    let received: Buffer = Buffer.alloc(0);
    for (;;) {
      const bytes = await this.#stream.read();
      if (bytes === undefined) return { kind: 'closed' };
      received = Buffer.concat([received, bytes]);
      if (received.length < 5 || received.length < 5 + received.readUInt16BE(3)) continue;
      const wire = received.subarray(0, 5 + received.readUInt16BE(3));
      const isAlert = wire[0] === alertRecord && wire.length === 7;
      return isAlert ? { kind: 'alert', alert: wire[6] ?? 0, wire } : { kind: 'record', wire };
    }
  }
}
