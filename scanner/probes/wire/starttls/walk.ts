import { ProbeError } from '../../../guard/guard.ts';
import type { ByteStream } from '../byte-stream.ts';
import type { Heard, Starttls } from './exchange.ts';
import { NoStarttlsError } from './no-starttls-error.ts';

/** Says and hears until the next byte is TLS. @throws NoStarttlsError | ProbeError | GuardError */
export async function walkToTls(stream: ByteStream, protocol: Starttls, to: string): Promise<void> {
  for (const { say, hear } of protocol) {
    if (say !== null) stream.write(say(to));
    let received: Buffer = Buffer.alloc(0);
    for (let heard = hear(received); heard !== 'go-on'; heard = hear(received)) {
      if (heard !== 'more') throw failureOf(heard);
      const bytes = await stream.read();
      if (bytes === undefined) throw new ProbeError('closed', 'the server hung up before TLS');
      received = Buffer.concat([received, bytes]);
    }
  }
}

function failureOf(heard: Exclude<Heard, 'more' | 'go-on'>): Error {
  if (heard === 'no-tls') return new NoStarttlsError('the server has no TLS on this port');
  return new ProbeError(heard, 'the server did not go on to TLS');
}
