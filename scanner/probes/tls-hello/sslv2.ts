import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { no, yes } from '@enkaku/shared/model/observed.ts';
import { ByteStream } from '../wire/byte-stream.ts';
import { MalformedError } from '../wire/tls/bytes.ts';
import { readFlight } from '../wire/tls/flight.ts';
import { type HelloAnswer, judge } from '../wire/tls/hello-exchange.ts';
import { buildSslv2Hello, parseSslv2ServerHello, type Sslv2ServerHello } from '../wire/tls/sslv2.ts';
import type { HelloClient } from './hello-client.ts';
import { observeNothing } from './observe.ts';

type Data = EvidenceData['tls-hello'];

const maxBytes = 40_000;
const maxHelloBytes = 32_000;

/** Whether the server speaks SSL 2.0. A TLS alert is its refusal. */
export async function observeSslv2(client: HelloClient): Promise<Data['sslv2']> {
  let hello: Sslv2ServerHello | undefined;
  const answer = await client.askOtherwise(async (socket, answerMs) => {
    const heard = await converse(socket, answerMs);
    if (Buffer.isBuffer(heard)) return judge(readFlight(heard), 'closed');
    hello = heard;
    return { kind: 'refused', alert: null } satisfies HelloAnswer;
  });
  if (hello === undefined) return answer.kind === 'hello' ? no : observeNothing(answer);
  const { wire, ciphers } = hello;
  return yes({ serverHello: wire.toString('hex'), ciphers: [...ciphers], confirmedBy: null });
}

/** A SERVER-HELLO, or whatever else came. */
async function converse(socket: Socket, answerMs: number): Promise<Sslv2ServerHello | Buffer> {
  using stream = new ByteStream(socket, { totalMs: answerMs, maxBytes });
  stream.write(buildSslv2Hello(randomBytes(16)));
  let received: Buffer = Buffer.alloc(0);
  for (;;) {
    const bytes = await stream.read();
    if (bytes === undefined) return received;
    received = Buffer.concat([received, bytes]);
    const parsed = readHello(received);
    if (parsed === 'more' || (parsed === undefined && !isAnswer(received))) continue;
    return parsed !== undefined && parsed.wire.length <= maxHelloBytes ? parsed : received;
  }
}

/** TLS has said all that it will say to a hello it cannot read. */
function isAnswer(received: Buffer): boolean {
  const { alert, garbled, messages } = readFlight(received);
  return alert !== null || garbled || messages.length > 0;
}

function readHello(received: Buffer): ReturnType<typeof parseSslv2ServerHello> {
  try {
    return parseSslv2ServerHello(received);
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error;
    return undefined;
  }
}
