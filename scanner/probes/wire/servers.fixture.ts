import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { issue } from './certificate.fixture.ts';

/** Where the tests' own servers listen. */
export const loopback = '127.77.2.1';

export interface TestServer extends AsyncDisposable {
  readonly port: number;
  /** Connections taken so far. */
  connections(): number;
  /** Resolves once no connection is open any more. */
  idle(): Promise<void>;
}

/** A server that does with each connection what `talk` says. */
export function tcpServer(talk: (socket: Socket) => void): Promise<TestServer> {
  return listen(createServer(talk));
}

/** A TLS server of the runtime, with a self-signed certificate unless told otherwise. */
export function tlsServer(
  options: TlsOptions,
  talk: (socket: Socket) => void = () => {},
): Promise<TestServer> {
  const { cert, key } = issue({ subject: 'www.city.example', dnsNames: ['www.city.example'] });
  return listen(createTlsServer({ cert, key, ...options }, talk).on('tlsClientError', () => {}));
}

export async function listen(server: Server): Promise<TestServer> {
  const open = new Set<Socket>();
  let count = 0;
  server.on('connection', (socket: Socket) => {
    count += 1;
    open.add(socket);
    socket.on('error', () => {}).on('close', () => open.delete(socket));
  });
  server.listen(0, loopback);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => count,
    idle: async () => {
      for (const socket of open) if (!socket.closed) await once(socket, 'close');
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
