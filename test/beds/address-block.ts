import { once } from 'node:events';
import { createServer } from 'node:net';
import { type BedName, type Strength, strengthOf } from './contract.ts';

/** Where everything stands in a block of 256 loopback addresses; the zones name these. */
export interface AddressPlan {
  bed(name: BedName): string;
  readonly resolver: string;
  /** Stands for the rest of the Internet: what the open resolver forwards to. */
  readonly outside: string;
}
export interface AddressBlock extends AddressPlan, AsyncDisposable {}

/** Two hosts, as a small town has them: everything weak on the first, its hardened twins on the second. */
const hostNumbers: Readonly<Record<Strength, number>> = { weak: 1, hardened: 2 };
const firstBlock = 10;
const lastBlock = 40;
const lockPort = 61_077;

/** The plan of the block that an address lies in. */
export function planAround(address: string): AddressPlan {
  const prefix = address.split('.').slice(0, 3).join('.');
  return {
    bed: (name) => `${prefix}.${hostNumbers[strengthOf(name)]}`,
    resolver: `${prefix}.53`,
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
