import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const proxyMain = fileURLToPath(new URL('delay-proxy.ts', import.meta.url));

/** A server as if it were a round trip away, at an address of its own; where that takes no time, the server itself. */
export async function moveAway(
  address: string,
  ports: readonly number[],
  roundTripMs: number,
): Promise<AsyncDisposable & { readonly address: string }> {
  if (roundTripMs === 0) return { address, [Symbol.asyncDispose]: async () => {} };
  const away = address.replace(/\d+$/, (host) => String(Number(host) + 100));
  const proxies = await Promise.all(
    ports.map(async (port) => {
      const args = [proxyMain, away, address, String(port), String(roundTripMs)];
      const proxy = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
      await once(proxy.stdout, 'data');
      return proxy;
    }),
  );
  return {
    address: away,
    [Symbol.asyncDispose]: async () => {
      for (const proxy of proxies) {
        proxy.kill();
        await once(proxy, 'close');
      }
    },
  };
}
