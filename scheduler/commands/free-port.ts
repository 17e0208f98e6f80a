import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

export class PortTakenError extends Error {
  override readonly name = 'PortTakenError';
  readonly code = 'port-taken';
}

/** A port that nobody listens to: the wanted one, or for 0 any. @throws PortTakenError, or why the host cannot be listened on */
export async function freePort(host: string, wanted = 0): Promise<number> {
  const server = createServer().listen(wanted, host);
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') throw new PortTakenError(`port ${wanted} on ${host} is taken`);
    throw error;
  });
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
