import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { datagrams, streams } from './gear-recordings.ts';

/** Network gear and services of old that Debian has no package for, as their documents have them. */
export async function startGearReplays(address: string): Promise<AsyncDisposable> {
  await using stack = new AsyncDisposableStack();
  for (const { port, answer, speaksFirst } of streams) {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      if (speaksFirst === true) socket.end(answer);
      else socket.once('data', () => socket.end(answer));
    });
    server.listen(port, address);
    await once(server, 'listening');
    stack.defer(() => void server.close());
  }
  for (const { port, answer } of datagrams) {
    const socket = createSocket('udp4');
    socket.on('message', (request, peer) => {
      const bytes = answer(request, address);
      if (bytes !== null) socket.send(bytes, peer.port, peer.address);
    });
    socket.bind(port, address);
    await once(socket, 'listening');
    stack.defer(() => void socket.close());
  }
  return stack.move();
}
