import type { DnsQuestion } from '@enkaku/shared/evidence/dns-answers/schema.ts';
import type { Endpoint } from '@enkaku/shared/evidence/evidence.ts';
import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import type { Order } from '@enkaku/shared/protocol/order.ts';
import { portsOf } from '../ports/port-list.ts';
import type { HostView, Probe } from '../probe.ts';
import { askDomain } from './domain.ts';
import { beginVisit, type Patience, resolverOf, type Server } from './exchange.ts';
import { askLocalNames, localNamePorts } from './local-names.ts';
import { askServer, type ServerPatience } from './server.ts';
import { askZone, type ZonePatience } from './zone.ts';

const dnsPort = 53;
/** More servers on one address than this are not looked for. */
const maxPlaces = 4;

export interface DnsPatience {
  readonly server: ServerPatience;
  readonly domain: Patience;
  readonly zone: ZonePatience;
}

const patient: DnsPatience = {
  server: {
    own: { udpMs: [3000, 3000], tcpMs: 5000 },
    recursion: { udpMs: [4000, 8000], tcpMs: 8000 },
    transferMs: 10_000,
    totalMs: 120_000,
  },
  domain: { udpMs: [3000, 5000], tcpMs: 5000 },
  zone: {
    reach: { beginsMs: [0, 3500, 7000], waitMs: 3300 },
    own: { udpMs: [3000, 3000], tcpMs: 5000 },
    recursion: { udpMs: [3000, 3000], tcpMs: 5000 },
    transferMs: 10_000,
    serialMs: 60_000,
  },
};

/**
 * What a DNS server answers to a stranger, or what the DNS says about a domain. Queries only: no update, no more
 * than the proof of a transfer, one query that a forger would use for amplification.
 */
export function createDnsAnswersProbe(patience: DnsPatience): Probe<'dns-answers'> {
  return {
    kind: 'dns-answers',
    worstCaseMs: 200_000,
    places: ({ order, ports }) => {
      if (order.target.kind === 'domain') {
        const { domain } = order.target;
        return [endpoint(domain, null, 'udp'), endpoint(domain, dnsPort, 'udp')];
      }
      const { address } = order.target;
      const local = localNamePorts.filter((port) => order.udpPorts.includes(port));
      return [
        ...serverPorts(order, ports)
          .slice(0, maxPlaces)
          .map((port) => endpoint(address, port, order.udpPorts.includes(port) ? 'udp' : 'tcp')),
        ...local.map((port) => endpoint(address, port, 'udp')),
      ];
    },
    gather: async ({ host, port }, guard, view) => {
      const { order } = view;
      if (order.target.kind === 'domain' && port !== null) {
        return await askZone(beginVisit(guard), order, host, patience.zone);
      }
      if (order.target.kind === 'domain' || port === null) {
        const resolver = resolverOf(order);
        return only(await askDomain(beginVisit(guard), resolver, host, patience.domain));
      }
      if (localNamePorts.some((local) => local === port)) {
        return only(await askLocalNames(beginVisit(guard), { address: host, port }, patience.server.own));
      }
      const server: Server = {
        address: host,
        port,
        transports: transportsOf(view, port),
        mayUseTcp: portsOf(order.ports).includes(port),
      };
      return only(await askServer(beginVisit(guard), server, order.target.zones, patience.server));
    },
  };
}

export const dnsAnswersProbe = createDnsAnswersProbe(patient);

/** Port 53 where UDP may be asked or TCP is open, and wherever nmap heard a DNS server. */
function serverPorts(order: Order, ports: HostView['ports']): readonly number[] {
  const open = (ports?.ports ?? []).filter(
    ({ port, state, service }) => state === 'open' && (port === dnsPort || service?.name === 'domain'),
  );
  const asked = order.udpPorts.includes(dnsPort) ? [dnsPort] : [];
  return [...new Set([...asked, ...open.map(({ port }) => port)])];
}

function transportsOf({ order, ports }: HostView, port: number): Server['transports'] {
  const tcp = ports?.ports.find((entry) => entry.port === port && entry.transport === 'tcp');
  return [
    ...(order.udpPorts.includes(port) ? (['udp'] as const) : []),
    ...(tcp?.state === 'open' ? (['tcp'] as const) : []),
  ];
}

/** Evidence of questions alone, without a zone whose servers were compared. */
function only(questions: DnsQuestion[]): EvidenceData['dns-answers'] {
  return { questions, servers: [], signatures: [], digests: [] };
}

function endpoint(host: string, port: number | null, transport: 'udp' | 'tcp'): Endpoint {
  return { host, name: null, port, transport };
}
