import { createServer, type Server, type Socket } from 'node:net';

export interface TestServer extends AsyncDisposable {
  readonly port: number;
  /** Connections that arrived so far. */
  readonly arrivals: () => number;
  readonly open: () => number;
}

/** A TCP server on a loopback address, on a port of the kernel's choice. */
export async function listen(
  address: string,
  onConnection: (socket: Socket) => void = () => undefined,
): Promise<TestServer> {
  const sockets = new Set<Socket>();
  let arrivals = 0;
  const server: Server = createServer((socket) => {
    arrivals++;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    onConnection(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  return {
    port,
    arrivals: () => arrivals,
    open: () => sockets.size,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
