import type { Guard } from '../../guard/guard.ts';
import { type Ask, ask, type DnsQuestion, type Patience, type Server, unasked } from './exchange.ts';
import type { DnsType } from './types.ts';

/** Names have rarely more labels; what is above is a registry's. */
const maxClimb = 5;

/** What is asked of the resolver about a zone and mail domain; without a resolver, all of it is left out. */
export async function askDomain(
  guard: Guard,
  resolver: Server | null,
  domain: string,
  patience: Patience,
): Promise<DnsQuestion[]> {
  const questions: DnsQuestion[] = [];
  for (const query of queriesAbout(domain)) {
    questions.push(resolver === null ? unasked(null, query) : await ask(guard, resolver, query, patience));
  }
  for (const name of climb(domain)) {
    const query = about('caa', name, 'CAA');
    const question = resolver === null ? unasked(null, query) : await ask(guard, resolver, query, patience);
    questions.push(question);
    if (!isWithoutCaa(question)) break;
  }
  return questions;
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

function about(purpose: Ask['purpose'], name: string, type: DnsType): Ask {
  // DO brings the signatures along where there are any, and has the resolver say AD.
  return { purpose, name, type, class: 'IN', recursion: true, edns: { payload: 1232, dnssec: true } };
}

/** RFC 8659 §3: the records of the nearest ancestor that has any are the ones that hold. */
function climb(domain: string): readonly string[] {
  const labels = domain.split('.');
  return labels.map((_, index) => labels.slice(index).join('.')).slice(0, maxClimb);
}

function isWithoutCaa({ answer }: DnsQuestion): boolean {
  if (answer.outcome !== 'yes') return false;
  const { rcode, answers } = answer.value;
  return (rcode === 0 || rcode === 3) && answers.every(({ type }) => type !== 'CAA');
}
