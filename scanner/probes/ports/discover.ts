import type { Order } from '@enkaku/shared/protocol/order.ts';
import { type Guard, GuardError } from '../../guard/guard.ts';
import { mayScanRaw } from '../../guard/nmap/privilege.ts';
import { type NmapReport, parseNmapXml } from './parse-nmap-xml.ts';
import { formatPortList } from './port-list.ts';

/** A run of nmap on a part of the ports; a killed one costs that part only. */
export interface Run {
  readonly ports: readonly number[];
  readonly report: NmapReport;
  /** nmap reached its own end, with success. */
  readonly ended: boolean;
  readonly stderr: string;
}

export interface Discovery {
  readonly scan: '-sS' | '-sT';
  readonly runs: readonly Run[];
  /** Ports that no run asked for: time was up. */
  readonly left: readonly number[];
}

const portsPerRun = 4096;
const rawRefused = /raw socket|root privileges|operation not permitted|requires.*privilege/i;

/** The first of two stages: which ports are open. @throws GuardError when nothing could be asked at all */
export async function discover(guard: Guard, ports: readonly number[]): Promise<Discovery> {
  const runs: Run[] = [];
  let scan: Discovery['scan'] = mayScanRaw() ? '-sS' : '-sT';
  for (let begin = 0; begin < ports.length; begin += portsPerRun) {
    const part = ports.slice(begin, begin + portsPerRun);
    try {
      let run = await runDiscovery(guard, scan, part);
      if (scan === '-sS' && !run.ended && rawRefused.test(run.stderr)) {
        scan = '-sT';
        run = await runDiscovery(guard, scan, part);
      }
      runs.push(run);
    } catch (error) {
      if (runs.length === 0 || !(error instanceof GuardError)) throw error;
      return { scan, runs, left: ports.slice(begin) };
    }
  }
  return { scan, runs, left: [] };
}

async function runDiscovery(guard: Guard, scan: '-sS' | '-sT', ports: readonly number[]): Promise<Run> {
  const patience = ['--max-retries', '2', '--initial-rtt-timeout', '500ms', '--max-rtt-timeout', '2000ms'];
  const half = scan === '-sS' ? ['--defeat-rst-ratelimit'] : [];
  const args = [scan, ...half, ...patience, '-p', `T:${formatPortList(ports)}`];
  return toRun(ports, await guard.nmap(args, runLimitMs(guard.order, ports.length)));
}

export function toRun(ports: readonly number[], run: Awaited<ReturnType<Guard['nmap']>>): Run {
  const whole = parseNmapXml(run.xml);
  const asked = new Set(ports);
  const hosts = whole.hosts.map((host) => ({
    ...host,
    ports: host.ports.filter(({ port }) => asked.has(port)),
  }));
  const report = { ...whole, hosts };
  return { ports, report, ended: run.exitCode === 0 && report.success, stderr: run.stderr };
}

/** Three rounds under the order's rate, and nmap's own patience with silent ports. */
function runLimitMs({ limits }: Order, count: number): number {
  const perSecond = Math.min(limits.packetsPerSecond * 0.8, limits.connectionsPerSecond);
  return Math.round(20_000 + count * (60 + 4500 / perSecond));
}

/** What must fit into the window for discovery to begin; later runs are cut to what is left of it. */
export function firstRunLimitMs(order: Order, count: number): number {
  return runLimitMs(order, Math.min(count, portsPerRun));
}
