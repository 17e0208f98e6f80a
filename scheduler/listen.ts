import { once } from 'node:events';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Config } from './config.ts';
import type { FleetEnv } from './fleet-api/env.ts';

const patienceMs = 500;

/** Opens the fleet API's socket: HTTPS where there is a certificate. Closing lets answers under way go out. */
export async function listen(
  app: Hono<FleetEnv>,
  { host, port, tls }: Config['fleet'],
): Promise<AsyncDisposable & { readonly port: number }> {
  const encrypted = tls === null ? { createServer } : { createServer: createTlsServer, serverOptions: tls };
  const server = serve({ fetch: app.fetch, hostname: host, port, ...encrypted }) as ReturnType<
    typeof createServer
  >;
  if (!server.listening) await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      await Promise.race([closed, sleep(patienceMs, undefined, { ref: false })]);
      server.closeAllConnections();
      await closed;
    },
  };
}
