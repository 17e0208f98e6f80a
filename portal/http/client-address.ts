import { parseAddress, specialPurpose } from '@enkaku/shared/model/address.ts';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Request } from './env.ts';

/** Where a request comes from. A proxy is believed only on this very machine, and only about its last hop. */
export function clientAddress(c: Request): string {
  const peer = peerAddress(c);
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  return isLoopback(peer) && forwarded !== undefined ? (parseAddress(forwarded) ?? 'unknown') : peer;
}

export function isLoopback(address: string): boolean {
  const parsed = parseAddress(address);
  return parsed !== undefined && specialPurpose(parsed) === 'loopback';
}

/** `unknown` where there is no connection: a request made inside the process. */
function peerAddress(c: Request): string {
  const bindings: unknown = c.env;
  if (typeof bindings !== 'object' || bindings === null || !('incoming' in bindings)) return 'unknown';
  return parseAddress(getConnInfo(c).remote.address ?? '') ?? 'unknown';
}
