import type { DnsQuestion } from '@enkaku/shared/evidence/dns-answers/schema.ts';
import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import type { Authority, Order } from '@enkaku/shared/protocol/order.ts';
import { pause } from '../wire/pause.ts';
import { surveySignatures } from './dnssec/survey.ts';
import { about } from './domain.ts';
import { type Ask, ask, type Patience, resolverOf, type Server, serverText, type Visit } from './exchange.ts';
import { inLanes } from './lanes.ts';
import { nameServersIn, namesIn } from './leads.ts';
import { isReached, type ReachPatience, reach } from './reach.ts';
import { askTransfer, differencesOf, transferOf } from './transfer.ts';
import { aboutItself, aboutOthers, aboutServer, aboutZone, ofParent } from './zone-queries.ts';

export interface ZonePatience {
  readonly reach: ReachPatience;
  readonly own: Patience;
  readonly recursion: Patience;
  readonly transferMs: number;
  /** Before a serial that differs is asked for again: the zone may just be on its way to the secondaries. */
  readonly serialMs: number;
}

/** Addresses that are asked, and name servers inside the zone whose addresses are: all has to fit into the evidence. */
const most = { zone: 16, parent: 4, inside: 8 } as const;
/** Questions to one server at once. */
const width = 8;

/** What each name server of a zone and of its parent says about it, all servers at the same time. */
export async function askZone(
  visit: Visit,
  order: Order,
  zone: string,
  patience: ZonePatience,
): Promise<EvidenceData['dns-answers']> {
  const resolver = resolverOf(order);
  const authorities = (['parent', 'zone'] as const).flatMap((role) =>
    order.authorities.filter((authority) => authority.role === role).slice(0, most[role]),
  );
  const [apex, ...answers] = await Promise.all([
    resolver === null ? [] : [await ask(visit, resolver, about('soa', zone, 'SOA'), patience.own)],
    ...authorities.map((authority) =>
      authority.role === 'parent'
        ? askParent(visit, authority, zone, patience)
        : askZoneServer(visit, authority, zone, patience),
    ),
  ]);
  const questions = [...apex, ...answers.flat()];
  questions.push(...(await askLostServers(visit, order, questions, patience)));
  questions.push(...(await askSerialsAgain(visit, authorities, zone, questions, patience)));
  return {
    questions,
    servers: order.authorities.map((authority) => ({
      server: serverText(authority),
      name: authority.name,
      zone: authority.zone,
      role: authority.role,
    })),
    ...surveySignatures(questions, zone),
  };
}

/** Name servers that the order has no address of: the resolver says whether they exist at all. */
async function askLostServers(
  visit: Visit,
  order: Order,
  questions: readonly DnsQuestion[],
  patience: ZonePatience,
): Promise<DnsQuestion[]> {
  const resolver = resolverOf(order);
  if (resolver === null) return [];
  const known = new Set(order.authorities.map(({ name }) => name));
  const lost = nameServersIn(questions)
    .filter((name) => !known.has(name))
    .slice(0, most.inside);
  const queries = lost.flatMap((name) =>
    (['A', 'AAAA'] as const).map((type) => about('ns-address', name, type)),
  );
  return await inLanes(queries, width, (query) => ask(visit, resolver, query, patience.recursion));
}

async function askParent(
  visit: Visit,
  place: Authority,
  zone: string,
  patience: ZonePatience,
): Promise<DnsQuestion[]> {
  const server: Server = { ...place, transports: ['udp'], mayUseTcp: true };
  return await inLanes(ofParent(zone), width, (query) => ask(visit, server, query, patience.own));
}

async function askZoneServer(
  visit: Visit,
  place: Authority,
  zone: string,
  patience: ZonePatience,
): Promise<DnsQuestion[]> {
  const dual: Server = { ...place, transports: ['udp', 'tcp'], mayUseTcp: true };
  const tries = await reach(visit, dual, zone, patience.reach);
  const transports = (['udp', 'tcp'] as const).filter((transport) => isReached(tries[transport]));
  const reached = [...tries.udp, ...tries.tcp];
  if (transports.length === 0) return reached;
  const hasTcp = transports.includes('tcp');
  const server: Server = { ...place, transports: [transports[0] ?? 'udp'], mayUseTcp: hasTcp };
  const say = (query: Ask) => ask(visit, server, query, query.recursion ? patience.recursion : patience.own);
  const others = aboutOthers();
  const transfers = hasTcp ? [transferOf(zone), differencesOf(zone)] : [];
  const [plain, moved] = await Promise.all([
    inLanes(
      [
        ...aboutItself,
        ...others.recursion,
        ...aboutServer(zone, transports.includes('udp')),
        ...aboutZone(zone),
        ...others.afterwards,
      ],
      width,
      say,
    ),
    inLanes(transfers, 1, (query) => askTransfer(visit, server, query, patience.transferMs)),
  ]);
  const inside = namesIn(plain, 'ns', 'NS')
    .filter((name) => name.endsWith(`.${zone}`))
    .slice(0, most.inside);
  const addresses = inside.flatMap((name) =>
    (['A', 'AAAA'] as const).map((type) => ({ ...about('server-address', name, type), recursion: false })),
  );
  return [...reached, ...plain, ...moved, ...(await inLanes(addresses, width, say))];
}

/** Only where the servers differ, and once. */
async function askSerialsAgain(
  visit: Visit,
  authorities: readonly Authority[],
  zone: string,
  questions: readonly DnsQuestion[],
  patience: ZonePatience,
): Promise<DnsQuestion[]> {
  const answering = authorities.filter(
    (authority) => authority.role === 'zone' && serialOf(questions, serverText(authority)) !== undefined,
  );
  const serials = new Set(answering.map((authority) => serialOf(questions, serverText(authority))));
  if (serials.size < 2) return [];
  await pause(patience.serialMs, visit.guard);
  const query: Ask = { ...about('soa', zone, 'SOA'), recursion: false };
  return await inLanes(answering, width, (place) =>
    ask(visit, { ...place, transports: ['udp', 'tcp'], mayUseTcp: true }, query, patience.own),
  );
}

function serialOf(questions: readonly DnsQuestion[], server: string): string | undefined {
  const soa = questions.find((question) => question.server === server && question.purpose === 'soa');
  if (soa?.answer.outcome !== 'yes' || !soa.answer.value.flags.aa) return undefined;
  return soa.answer.value.answers.find(({ type }) => type === 'SOA')?.data.split(' ')[2];
}
