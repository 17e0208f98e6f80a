import type { DnsQuestion } from '@enkaku/shared/evidence/dns-answers/schema.ts';
import { blockListNames, blockLists } from '@enkaku/shared/evidence/host-dns/block-lists.ts';
import { parseAddress, specialPurpose } from '@enkaku/shared/model/address.ts';
import { about } from '../dns-answers/domain.ts';
import { type Ask, ask, beginVisit, type Patience, resolverOf, unasked } from '../dns-answers/exchange.ts';
import { inLanes } from '../dns-answers/lanes.ts';
import { namesIn, reverseName } from '../dns-answers/leads.ts';
import type { HostView, Probe } from '../probe.ts';
import { openTcpPorts, smtpOf, tlsRouteOf } from '../wire/services.ts';

/** Names of one host that are looked up. */
const mostNames = 16;
const mostTlsa = 64;
/** Questions to the resolver at once. */
const width = 8;

const patient: Patience = { udpMs: [3000, 5000], tcpMs: 5000 };

/** What the DNS says about an address and its names, through the resolver of the order. */
export function createHostDnsProbe(patience: Patience): Probe<'host-dns'> {
  return {
    kind: 'host-dns',
    worstCaseMs: 120_000,
    places: ({ order }) =>
      order.target.kind === 'host'
        ? [{ host: order.target.address, name: null, port: null, transport: 'udp' }]
        : [],
    gather: async (_, guard, view) => {
      const visit = beginVisit(guard);
      const resolver = resolverOf(view.order);
      const say = async (query: Ask) =>
        resolver === null ? unasked(null, query) : await ask(visit, resolver, query, patience);
      const first = await inLanes(queriesAbout(view), width, say);
      return { questions: [...first, ...(await inLanes(queriesBack(first), width, say))] };
    },
  };
}

export const hostDnsProbe = createHostDnsProbe(patient);

function queriesAbout(view: HostView): readonly Ask[] {
  const { target } = view.order;
  if (target.kind !== 'host') return [];
  const names = target.names.slice(0, mostNames);
  const tlsPorts = openTcpPorts(view).filter((port) => tlsRouteOf(port) !== undefined);
  const tlsa = names.flatMap((name) =>
    tlsPorts.map(({ port }) => about('tlsa', `_${port}._tcp.${name}`, 'TLSA')),
  );
  return [
    about('ptr', reverseName(target.address), 'PTR'),
    ...names.flatMap((name) => [about('name-address', name, 'A'), about('name-address', name, 'AAAA')]),
    ...tlsa.slice(0, mostTlsa),
    ...queriesOfReputation(view),
  ];
}

/** The lists learn the address: only with consent, and only of a mail server on the Internet. */
function queriesOfReputation(view: HostView): readonly Ask[] {
  const { optIns, target } = view.order;
  if (target.kind !== 'host' || !optIns.includes('reputation')) return [];
  const address = parseAddress(target.address);
  if (address === undefined || address.includes(':') || specialPurpose(address) !== undefined) return [];
  if (!openTcpPorts(view).some((port) => smtpOf(port) !== undefined)) return [];
  return blockLists.flatMap((list) =>
    Object.values(blockListNames(address, list)).map((name) => about('reputation', name, 'A')),
  );
}

/** Whether the name of the PTR leads back (RFC 8499: forward-confirmed reverse DNS). */
function queriesBack(questions: readonly DnsQuestion[]): readonly Ask[] {
  return namesIn(questions, 'ptr', 'PTR')
    .slice(0, mostNames)
    .flatMap((name) => [about('ptr-address', name, 'A'), about('ptr-address', name, 'AAAA')]);
}
