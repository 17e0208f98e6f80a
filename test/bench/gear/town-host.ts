import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BedName, startBeds } from '../../beds/bed.ts';
import { BedFailedError, BedUnavailableError } from '../../beds/contract.ts';
import { type ServiceName, serviceStarters } from '../../beds/services/beds.ts';
import { startReplays } from '../../beds/services/replays.ts';

/** One address with everything on it, as a town that put all on one server would have it. */
export interface TownHost extends AsyncDisposable {
  readonly address: string;
  readonly name: string;
  readonly domain: string;
  readonly resolver: string | null;
  readonly caFile: string;
  /** Open TCP ports. */
  readonly ports: readonly number[];
  readonly missing: readonly string[];
}

const beds: readonly BedName[] = ['weak-nginx', 'weak-postfix', 'weak-bind', 'weak-openssh', 'weak-net-snmp'];
const servicePorts: Readonly<Record<ServiceName, number>> = {
  redis: 6379,
  memcached: 11_211,
  mariadb: 3306,
  postgresql: 5432,
  squid: 3128,
  mosquitto: 1883,
  cups: 631,
};
const replayPorts: ReadonlySet<number> = new Set([554, 1080, 2181, 2375, 4786, 8009, 9200]);

export async function startTownHost(): Promise<TownHost> {
  await using stack = new AsyncDisposableStack();
  const town = stack.use(await startBeds(beds));
  const address = town.plan.bed('weak-nginx');
  const dir = await mkdtemp(path.join(tmpdir(), 'enkaku-bench-gear-'));
  stack.defer(() => rm(dir, { recursive: true, force: true }));
  await chmod(dir, 0o755);
  const caFile = path.join(dir, 'ca.pem');
  await writeFile(caFile, town.ca.rootPem);
  const missing = town.unavailable.map(({ name, reason }) => `${name}: ${reason}`);
  const ports = town.beds.flatMap(({ tcpPorts }) => tcpPorts);

  for (const [name, port] of Object.entries(servicePorts) as [ServiceName, number][]) {
    const own = path.join(dir, name);
    await mkdir(own);
    try {
      stack.use(await serviceStarters[name]({ address, inner: address, dir: own, strength: 'weak' }));
      ports.push(port);
    } catch (error) {
      if (!(error instanceof BedUnavailableError || error instanceof BedFailedError)) throw error;
      missing.push(`${name}: ${error.message}`);
    }
  }
  stack.use(await startReplays(address, 'weak', (port) => replayPorts.has(port)));
  ports.push(...replayPorts);

  const owned = stack.move();
  return {
    address,
    name: 'www.weak.test',
    domain: 'weak.test',
    resolver: town.resolver?.address ?? null,
    caFile,
    ports: ports.toSorted((a, b) => a - b),
    missing,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
