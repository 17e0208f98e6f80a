import { parseAddress, specialPurpose } from '@enkaku/shared/model/address.ts';
import { parseHostName } from '@enkaku/shared/model/host-name.ts';
import type { DnsMessage, DnsRecord } from '@enkaku/shared/protocol/dns/message.ts';
import type { DnsType } from '@enkaku/shared/protocol/dns/types.ts';
import type { Authority, Order } from '@enkaku/shared/protocol/order.ts';
import { askDns, type NameServer } from './ask.ts';

const dnsPort = 53;
/** Two servers of the parent show what all of them hold. */
const mostParents = 3;
/** RFC 2182 §5 advises at most seven. */
const mostServers = 8;
const mostAddressesEach = 4;
/** Of all of them together; what each says has to fit into one piece of evidence. */
const mostAddresses = { zone: 16, parent: 4 } as const;
/** A claim waits for this; what is not known by then is not asked. */
const deadlineMs = 8000;

interface Where {
  readonly resolver: Order['resolver'];
  readonly network: Order['network'];
}

type LookUp = (name: string, type: DnsType) => Promise<DnsMessage | undefined>;

/**
 * The name servers of a domain's zone, of its delegation as well as of the zone itself, and some of the parent's, each
 * address for itself. Empty where there is no resolver, or the domain is no zone of its own; the parent's alone where
 * none of the zone's can be found, which is the very fault.
 */
export async function findAuthorities(domain: string, where: Where): Promise<readonly Authority[]> {
  const { resolver } = where;
  if (resolver === null) return [];
  const signal = AbortSignal.timeout(deadlineMs);
  const lookUp: LookUp = (name, type) => askDns(resolver, queryFor(name, type, true), signal);
  const [parent, own] = await Promise.all([parentOf(domain, lookUp), lookUp(domain, 'NS')]);
  const parents = await serversOf(parent?.servers.toSorted().slice(0, mostParents) ?? [], [], where, lookUp);
  const referral = await referralOf(domain, parents, signal);
  const names = [...namesOf(referral, domain), ...namesOf(own, domain)];
  const servers = await serversOf(
    [...new Set(names)].sort().slice(0, mostServers),
    referral?.additional ?? [],
    where,
    lookUp,
  );
  if (names.length === 0) return [];
  return [
    ...parents
      .slice(0, mostAddresses.parent)
      .map((server) => ({ ...server, zone: parent?.zone ?? '.', role: 'parent' as const })),
    ...servers
      .slice(0, mostAddresses.zone)
      .map((server) => ({ ...server, zone: domain, role: 'zone' as const })),
  ];
}

interface Parent {
  readonly zone: string;
  readonly servers: readonly string[];
}

/** The nearest ancestor that is a zone. */
async function parentOf(domain: string, lookUp: LookUp): Promise<Parent | undefined> {
  const labels = domain.split('.');
  for (const index of labels.slice(1).keys()) {
    const zone = labels.slice(index + 1).join('.');
    const servers = namesOf(await lookUp(zone, 'NS'), zone);
    if (servers.length > 0) return { zone, servers };
  }
  const servers = namesOf(await lookUp('.', 'NS'), '.');
  return servers.length > 0 ? { zone: '.', servers } : undefined;
}

/** What the first of the parent's servers that answers says about the zone. */
async function referralOf(
  domain: string,
  parents: readonly (NameServer & { readonly name: string })[],
  signal: AbortSignal,
): Promise<DnsMessage | undefined> {
  const asked = parents.map(async (server) => {
    const answer = await askDns(server, queryFor(domain, 'NS', false), signal);
    if (namesOf(answer, domain).length === 0) throw new Error('no delegation');
    return answer;
  });
  return await Promise.any(asked).catch(() => undefined);
}

async function serversOf(
  names: readonly string[],
  glue: readonly DnsRecord[],
  where: Where,
  lookUp: LookUp,
): Promise<readonly Omit<Authority, 'zone' | 'role'>[]> {
  const found = await Promise.all(
    names.map(async (name) => {
      const answers = await Promise.all([lookUp(name, 'A'), lookUp(name, 'AAAA')]);
      const records = [...answers.flatMap((answer) => answer?.answers ?? []), ...glueOf(name, glue)];
      const addresses = records.flatMap(({ type, data }) =>
        type === 'A' || type === 'AAAA' ? (parseAddress(data) ?? []) : [],
      );
      return [...new Set(addresses)]
        .sort()
        .filter((address) => (specialPurpose(address) === undefined) === (where.network === 'internet'))
        .slice(0, mostAddressesEach)
        .map((address) => ({ name, address, port: portIn(where) }));
    }),
  );
  return found.flat();
}

/** A laboratory without the right to low ports has its name servers on the port of its resolver. */
function portIn({ network, resolver }: Where): number {
  return network === 'lab' ? (resolver?.port ?? dnsPort) : dnsPort;
}

function glueOf(name: string, glue: readonly DnsRecord[]): readonly DnsRecord[] {
  return glue.filter((record) => record.name.toLowerCase() === name);
}

/** The name servers of a zone in an answer or a referral. */
function namesOf(message: DnsMessage | undefined, zone: string): readonly string[] {
  const records = [...(message?.answers ?? []), ...(message?.authority ?? [])];
  return records
    .filter(({ name, type }) => type === 'NS' && name.toLowerCase() === zone.toLowerCase())
    .flatMap(({ data }) => parseHostName(data) ?? []);
}

function queryFor(name: string, type: DnsType, recursion: boolean) {
  return { name, type, class: 'IN' as const, recursion, edns: { payload: 1232, dnssec: false } };
}
