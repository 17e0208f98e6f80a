import { once } from 'node:events';
import { createServer } from 'node:net';
import { type BedName, type DaemonName, daemonOf, type Strength, strengthOf } from './contract.ts';

/** Where everything stands in a block of 256 loopback addresses; the zones name these. */
export interface AddressPlan {
  bed(name: BedName): string;
  readonly resolver: string;
  /** Serves the root zone, which delegates the zones of the beds. */
  readonly root: string;
  /** Stands for the rest of the Internet: what the open resolver forwards to. */
  readonly outside: string;
}
export interface AddressBlock extends AddressPlan, AsyncDisposable {}

/**
 * Two hosts, as a small town has them: everything weak on the first, its hardened twins on the second. Ports 53
 * and 80 are taken there by BIND and nginx; the other name and web servers have hosts of their own.
 */
const hostNumbers: Readonly<Record<Strength, number>> = { weak: 1, hardened: 2 };
const ownHosts: Readonly<Partial<Record<DaemonName, Readonly<Record<Strength, number>>>>> = {
  apache: { weak: 11, hardened: 12 },
  lighttpd: { weak: 13, hardened: 14 },
  haproxy: { weak: 15, hardened: 16 },
  nsd: { weak: 3, hardened: 4 },
  knot: { weak: 5, hardened: 6 },
};
const firstBlock = 10;
const lastBlock = 40;
const lockPort = 61_077;

/** The plan of the block that an address lies in. */
export function planAround(address: string): AddressPlan {
  const prefix = address.split('.').slice(0, 3).join('.');
  return {
    bed: (name) => `${prefix}.${(ownHosts[daemonOf(name)] ?? hostNumbers)[strengthOf(name)]}`,
    resolver: `${prefix}.53`,
    root: `${prefix}.52`,
    outside: `${prefix}.54`,
  };
}

/**
 * Takes the first free block of 127.77.10.0 – 127.77.40.0. A listening socket is the lock:
 * two test runs on one machine get two blocks, and the kernel frees it however the process ends.
 */
export async function claimBlock(): Promise<AddressBlock> {
  for (let third = firstBlock; third <= lastBlock; third += 1) {
    const lock = await listen(`127.77.${third}.254`);
    if (lock !== null) return { ...planAround(`127.77.${third}.0`), [Symbol.asyncDispose]: lock };
  }
  throw new Error(`Every block of 127.77.${firstBlock}.0 to 127.77.${lastBlock}.0 is in use`);
}

/** Resolves to what releases the lock, or null when another process holds it. */
async function listen(address: string): Promise<(() => Promise<void>) | null> {
  const server = createServer((socket) => socket.destroy()).unref();
  try {
    server.listen(lockPort, address);
    await once(server, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return null;
    throw error;
  }
  return () => new Promise((resolve) => server.close(() => resolve()));
}
