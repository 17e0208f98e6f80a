import { once } from 'node:events';
import { createServer as createWebServer, type RequestListener } from 'node:http';
import { createServer as createSecureWebServer } from 'node:https';
import { createServer, type Server } from 'node:net';
import type { Strength } from '../contract.ts';
import { createTestCa } from '../test-ca.ts';
import { type Page, services, webPorts } from './recordings.ts';

/**
 * Servers that say what the real ones say, for what Debian has no package for: the weak ones answer anyone, their
 * hardened twins turn strangers away. Where each answer comes from stands beside it in `recordings.ts`.
 */
export async function startReplays(
  address: string,
  strength: Strength,
  wanted: (port: number) => boolean = () => true,
): Promise<AsyncDisposable> {
  const servers: Server[] = [];
  const listen = async (server: Server, port: number) => {
    server.listen(port, address);
    await once(server, 'listening');
    servers.push(server);
  };
  for (const { port, weak, hardened, speaksFirst } of services) {
    const answer = strength === 'weak' ? weak : hardened;
    if (answer === null || !wanted(port)) continue;
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      if (speaksFirst === true) socket.end(answer);
      else socket.once('data', () => socket.end(answer));
    });
    await listen(server, port);
  }
  const ca = await createTestCa();
  const { chainPem, keyPem } = await ca.issue('good', [`gear.${strength}.test`]);
  for (const { port, tls, weak, hardened } of webPorts) {
    if (!wanted(port)) continue;
    const pages = strength === 'weak' ? weak : hardened;
    const answer: RequestListener = ({ url = '/' }, response) => reply(pages[url], response);
    await listen(
      tls ? createSecureWebServer({ cert: chainPem, key: keyPem }, answer) : createWebServer(answer),
      port,
    );
  }
  return {
    [Symbol.asyncDispose]: async () => {
      for (const server of servers) server.close();
      await Promise.all(servers.map((server) => (server.listening ? once(server, 'close') : undefined)));
    },
  };
}

function reply(page: Page | undefined, response: Parameters<RequestListener>[1]): void {
  const { status = 200, headers = {}, body = '' } = page ?? { status: 404 };
  response.writeHead(status, { ...headers, Connection: 'close' }).end(body);
}
