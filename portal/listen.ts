import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Config } from './config.ts';
import type { PortalEnv } from './http/env.ts';

export interface Listening extends AsyncDisposable {
  /** `http://HOST:PORT`, with the port the system gave where none was asked for. */
  readonly address: string;
}

/** @throws when the port is taken */
export async function listen(
  app: Hono<PortalEnv>,
  config: Pick<Config, 'host' | 'port'>,
): Promise<Listening> {
  const server = serve({ fetch: app.fetch, hostname: config.host, port: config.port });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return {
    address: `http://${host}:${port}`,
    async [Symbol.asyncDispose]() {
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
