import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

export interface SilentServer extends AsyncDisposable {
  readonly address: string;
}

/** Takes every datagram and every connection and never says a word, as a dead server behind a firewall seems to. */
export async function startSilentServer(address: string, port: number): Promise<SilentServer> {
  const udp = createSocket('udp4');
  udp.bind(port, address);
  await once(udp, 'listening');
  const sockets = new Set<Socket>();
  const tcp = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.resume();
  });
  tcp.listen(port, address);
  await once(tcp, 'listening');
  return {
    address,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      udp.close();
      tcp.close();
    },
  };
}
