import { once } from 'node:events';
import type { Server, Socket } from 'node:net';

const offsetWithoutRoot = 8000;

/** The standard port where this process may bind it, else 8000 more: 8080, 8443, 8025, 8053 … */
export function portFor(standard: number): number {
  return process.getuid?.() === 0 ? standard : offsetWithoutRoot + standard;
}

/** Listens, and gives back what ends the server together with its open connections. Rejects when the port is taken. */
export async function listen(server: Server, address: string, port: number): Promise<() => Promise<void>> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    // A client that goes away in the middle is no concern of a server like this.
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(port, address);
  await once(server, 'listening');
  return async () => {
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
}
