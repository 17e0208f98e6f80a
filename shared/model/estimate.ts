import { parsePorts } from './ports.ts';
import { addressesOf, type ScopedAsset } from './scope.ts';

const minute = 60_000;

/** How many hosts are diagnosed at once; more nodes only make it faster. */
const hostsAtOnce = 4;

/** What one host takes, in milliseconds, by the ports that are asked. */
export function hostEstimateMs(ports: string): number {
  if (ports === 'default') return 3 * minute;
  if (ports === 'all') return 20 * minute;
  return minute + tcpPortCount(ports) * 17;
}

function tcpPortCount(ports: string): number {
  const ranges = (parsePorts(ports)?.tcp ?? '').split(',').map((range) => range.split('-').map(Number));
  return ranges.reduce((count, [first = 0, last = first]) => count + last - first + 1, 0);
}

/** What a zone and mail domain takes, in milliseconds. */
export const domainEstimateMs = minute;

/** How long a diagnosis of these assets takes, in milliseconds; an address under several names counts once. */
export function estimateMs(assets: readonly ScopedAsset[], ports: string): number {
  const hosts = new Set(assets.flatMap(addressesOf)).size;
  const domains = new Set(assets.filter(({ kind }) => kind === 'domain').map(({ value }) => value)).size;
  return (
    Math.ceil(hosts / hostsAtOnce) * hostEstimateMs(ports) +
    Math.ceil(domains / hostsAtOnce) * domainEstimateMs
  );
}
