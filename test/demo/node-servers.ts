import {
  type Bed,
  type BedName,
  type DaemonName,
  daemonOf,
  type Strength,
  strengthOf,
} from '../beds/contract.ts';
import type { TestCa } from '../beds/test-ca.ts';
import { startDnsServer } from './dns-server.ts';
import { startMailServer } from './mail-server.ts';
import { startSnmpAgent } from './snmp-agent.ts';
import { startSshServer } from './ssh-server.ts';
import { startWebServer } from './web-server.ts';

export interface NodeBedOptions {
  readonly address: string;
  readonly ca: TestCa;
}

const starters = {
  nginx: startWebServer,
  apache: (options) => startWebServer({ ...options, daemon: 'apache' }),
  lighttpd: (options) => startWebServer({ ...options, daemon: 'lighttpd' }),
  haproxy: (options) => startWebServer({ ...options, daemon: 'haproxy' }),
  postfix: startMailServer,
  bind: startDnsServer,
  nsd: async (options) => ({ ...(await startDnsServer(options)), daemon: 'nsd' }),
  knot: async (options) => ({ ...(await startDnsServer(options)), daemon: 'knot' }),
  openssh: startSshServer,
  'net-snmp': startSnmpAgent,
} as const satisfies Readonly<
  Record<DaemonName, (options: NodeBedOptions & { strength: Strength }) => Promise<Bed>>
>;

/**
 * A small server of Node in the role of a bed, for machines that lack the daemon: it speaks as much of the protocol
 * as a diagnosis asks for. `tcpPorts` and `udpPorts` say where it listens (see `portFor`).
 */
export function startNodeBed(name: BedName, options: NodeBedOptions): Promise<Bed> {
  return starters[daemonOf(name)]({ ...options, strength: strengthOf(name) });
}
