import { createSocket } from 'node:dgram';
import { connect } from 'node:net';

const answerTimeoutMs = 500;

/** The first bytes that a TCP server sends, after `greeting` where it waits for one; null when it does not answer yet. */
export function firstTcpBytes(
  address: string,
  port: number,
  greeting: string | Uint8Array = '',
): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port });
    const finish = (answer: string | null) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(answerTimeoutMs, () => finish(null));
    socket.once('connect', () => socket.write(greeting));
    socket.once('data', (bytes) => finish(bytes.toString('latin1')));
    socket.once('error', () => finish(null));
    socket.once('end', () => finish(null));
  });
}

/** The answer to one datagram; null when none comes yet. */
export function udpAnswer(
  address: string,
  port: number,
  request: Uint8Array,
  from: 'that-port' | 'any-port' = 'that-port',
): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4');
    const timer = setTimeout(() => finish(null), answerTimeoutMs);
    const finish = (answer: Buffer | null) => {
      clearTimeout(timer);
      socket.close();
      resolve(answer);
    };
    socket.once('message', finish);
    socket.once('error', () => finish(null));
    if (from === 'any-port') socket.send(request, port, address);
    else socket.connect(port, address, () => socket.send(request));
  });
}

/** Ready once it greets like this. */
export const greets = (address: string, port: number, start: string) => async (): Promise<boolean> =>
  (await firstTcpBytes(address, port))?.startsWith(start) ?? false;
