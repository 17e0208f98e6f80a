import { readFileSync } from 'node:fs';

const capNetRaw = 1n << 13n;

/** Whether nmap may send raw packets (half-open scan) here: root with CAP_NET_RAW. */
export function mayScanRaw(): boolean {
  if (process.getuid?.() !== 0) return false;
  try {
    const effective = /^CapEff:\s*([0-9a-f]+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    return effective === undefined || (BigInt(`0x${effective}`) & capNetRaw) !== 0n;
  } catch {
    return true; // no /proc: not Linux, where root is enough
  }
}
