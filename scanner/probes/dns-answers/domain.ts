import type { DnsQuestion } from '@enkaku/shared/evidence/dns-answers/schema.ts';
import type { DnsType } from '@enkaku/shared/protocol/dns/types.ts';
import { type Ask, ask, type Patience, type Server, unasked, type Visit } from './exchange.ts';
import { inLanes } from './lanes.ts';
import { addressesIn, namesIn, reverseName } from './leads.ts';

/** Names have rarely more labels; what is above is a registry's. */
const maxClimb = 5;
/** More mail exchangers and name servers than this are not followed. */
const mostHosts = 8;
const mostAddresses = 16;
/** Questions to the resolver at once. */
const width = 8;

/** What is asked of the resolver about a zone and mail domain; without a resolver, all of it is left out. */
export async function askDomain(
  visit: Visit,
  resolver: Server | null,
  domain: string,
  patience: Patience,
): Promise<DnsQuestion[]> {
  const say = async (query: Ask) =>
    resolver === null ? unasked(null, query) : await ask(visit, resolver, query, patience);
  const [plain, caa] = await Promise.all([inLanes(queriesAbout(domain), width, say), climb(domain, say)]);
  const hosts = await inLanes(queriesAboutHosts(plain), width, say);
  const pointers = await inLanes(queriesAboutAddresses(hosts), width, say);
  return [...plain, ...caa, ...hosts, ...pointers];
}

function queriesAbout(domain: string): readonly Ask[] {
  return [
    about('soa', domain, 'SOA'),
    about('ns', domain, 'NS'),
    about('mx', domain, 'MX'),
    about('spf', domain, 'TXT'),
    about('dmarc', `_dmarc.${domain}`, 'TXT'),
    about('tlsrpt', `_smtp._tls.${domain}`, 'TXT'),
    about('mta-sts', `_mta-sts.${domain}`, 'TXT'),
    about('dnskey', domain, 'DNSKEY'),
    about('ds', domain, 'DS'),
  ];
}

/** Where the mail exchangers and name servers stand, and what a mail exchanger's certificate must be. */
function queriesAboutHosts(questions: readonly DnsQuestion[]): readonly Ask[] {
  const exchangers = namesIn(questions, 'mx', 'MX').slice(0, mostHosts);
  const servers = namesIn(questions, 'ns', 'NS').slice(0, mostHosts);
  return [
    ...exchangers.flatMap((name) => [
      about('mx-address', name, 'A'),
      about('mx-address', name, 'AAAA'),
      about('mx-tlsa', `_25._tcp.${name}`, 'TLSA'),
    ]),
    ...servers.flatMap((name) => [about('ns-address', name, 'A'), about('ns-address', name, 'AAAA')]),
  ];
}

function queriesAboutAddresses(questions: readonly DnsQuestion[]): readonly Ask[] {
  return (['mx', 'ns'] as const).flatMap((which) =>
    addressesIn(questions, `${which}-address`)
      .slice(0, mostAddresses)
      .map((address) => about(`${which}-ptr`, reverseName(address), 'PTR')),
  );
}

/** RFC 8659 §3: the records of the nearest ancestor that has any are the ones that hold. */
async function climb(domain: string, say: (query: Ask) => Promise<DnsQuestion>): Promise<DnsQuestion[]> {
  const questions: DnsQuestion[] = [];
  const labels = domain.split('.');
  for (const index of labels.slice(0, maxClimb).keys()) {
    const question = await say(about('caa', labels.slice(index).join('.'), 'CAA'));
    questions.push(question);
    if (!isWithoutCaa(question)) break;
  }
  return questions;
}

function isWithoutCaa({ answer }: DnsQuestion): boolean {
  if (answer.outcome !== 'yes') return false;
  const { rcode, answers } = answer.value;
  return (rcode === 0 || rcode === 3) && answers.every(({ type }) => type !== 'CAA');
}

/** A question to the resolver. DO brings the signatures along where there are any, and has it say AD. */
export function about(purpose: Ask['purpose'], name: string, type: DnsType): Ask {
  return { purpose, name, type, class: 'IN', recursion: true, edns: { payload: 1232, dnssec: true } };
}
