import { parsePorts } from './ports.ts';
import { addressesOf, type ScopedAsset } from './scope.ts';

const minute = 60_000;

/** How long one piece of work took, from its first packet to its last. */
export interface Measured {
  readonly kind: 'host' | 'domain';
  readonly host: string;
  readonly ports: string;
  readonly durationMs: number;
}

/** What one piece of work will take, in milliseconds. */
export interface Estimator {
  host(address: string, ports: string): number;
  domain(domain: string): number;
}

/** Before anything was measured. */
export const untaught: Estimator = {
  host: (_address, ports) => {
    if (ports === 'default') return 3 * minute;
    if (ports === 'all') return 20 * minute;
    return minute + tcpPortCount(ports) * 17;
  },
  domain: () => minute,
};

/** So many measurements of its kind make a rule; its own last three speak for a host at once. */
const enoughOfKind = 8;
const enoughOfHost = 3;

/**
 * Estimates from what was measured, the newest first: the host's own durations (median), else three quarters of its kind
 * took no longer, else the table.
 */
export function learn(measured: readonly Measured[]): Estimator {
  const kinds = Map.groupBy(measured, ({ kind, ports }) => `${kind} ${ports}`);
  const usual = new Map(
    [...kinds].flatMap(([kind, alike]) =>
      alike.length < enoughOfKind ? [] : [[kind, quantile(alike, 0.75)] as const],
    ),
  );
  const estimate = (kind: Measured['kind'], host: string, ports: string) => {
    const alike = kinds.get(`${kind} ${ports}`) ?? [];
    const own = alike.filter((one) => one.host === host).slice(0, enoughOfHost);
    return own.length === enoughOfHost ? quantile(own, 0.5) : usual.get(`${kind} ${ports}`);
  };
  return {
    host: (address, ports) => estimate('host', address, ports) ?? untaught.host(address, ports),
    domain: (domain) => estimate('domain', domain, '') ?? untaught.domain(domain),
  };
}

function quantile(measured: readonly Measured[], part: number): number {
  const sorted = measured.map(({ durationMs }) => durationMs).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function tcpPortCount(ports: string): number {
  const ranges = (parsePorts(ports)?.tcp ?? '').split(',').map((range) => range.split('-').map(Number));
  return ranges.reduce((count, [first = 0, last = first]) => count + last - first + 1, 0);
}

/** What has to be looked at, each once: an address under several names counts once. */
export function hostsOf(
  assets: readonly ScopedAsset[],
): readonly { readonly kind: 'host' | 'domain'; readonly host: string }[] {
  const hosts = new Set<string>(assets.flatMap(addressesOf));
  const domains = new Set(assets.filter(({ kind }) => kind === 'domain').map(({ value }) => value));
  return [
    ...[...hosts].map((host) => ({ kind: 'host' as const, host })),
    ...[...domains].map((host) => ({ kind: 'domain' as const, host })),
  ];
}
