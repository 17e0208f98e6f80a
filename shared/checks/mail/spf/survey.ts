import {
  isSpf,
  type Mechanism,
  parseSpf,
  type SpfTerm,
  targetOf,
} from '../../../evidence/mail-domain/spf.ts';
import { find, type MailDomain } from '../lookups.ts';

/** Where a term stands: the lookup with its record. */
export interface Place {
  readonly index: number;
  readonly at: number;
}

/** What evaluating the record of a domain comes to, whoever sends (RFC 7208 §4.6.4, §5, §6). */
export interface SpfSurvey {
  /** The domain's own record. */
  readonly own: Place & { readonly text: string; readonly terms: readonly SpfTerm[] };
  /** Terms that cost a question, over the whole tree. */
  readonly lookups: number;
  /** Questions of which nothing came back. */
  readonly voids: number;
  /** What makes evaluation end in a permanent error, with the record that it stands in. */
  readonly faults: readonly (Place & { readonly what: string })[];
  readonly usesPtr: readonly Place[];
  /** Something could not be asked: the numbers are lower bounds. */
  readonly unknown: string | undefined;
}

export type Surveyed =
  | { readonly outcome: 'survey'; readonly survey: SpfSurvey }
  /** No record, or more than one: there is nothing to evaluate. */
  | { readonly outcome: 'none' }
  | { readonly outcome: 'unknown'; readonly reason: string };

/** RFC 7208 §4.6.4: names of one `mx` that are looked up. */
const mostExchangers = 10;
const deepest = 12;
/** Many times what is allowed. Records that include each other would otherwise be walked in every order there is. */
const mostLookups = 200;

interface Account {
  lookups: number;
  voids: number;
  unknown: string | undefined;
  readonly faults: (Place & { readonly what: string })[];
  readonly usesPtr: Place[];
}

export function surveySpf(evidence: MailDomain): Surveyed {
  const domain = evidence.endpoint.host;
  const found = recordOf(evidence, domain);
  if (found.outcome !== 'record') return found.outcome === 'none' ? { outcome: 'none' } : found;
  const account: Account = { lookups: 0, voids: 0, unknown: undefined, faults: [], usesPtr: [] };
  walk(evidence, domain, found.place, found.terms, account, [domain]);
  const own = { ...found.place, text: found.text, terms: found.terms };
  return { outcome: 'survey', survey: { own, ...account } };
}

type RecordOf =
  | {
      readonly outcome: 'record';
      readonly place: Place;
      readonly text: string;
      readonly terms: readonly SpfTerm[];
    }
  | { readonly outcome: 'none' }
  | { readonly outcome: 'unknown'; readonly reason: string };

/** The one SPF record of a domain. */
export function recordOf(evidence: MailDomain, domain: string): RecordOf {
  const found = find(evidence, 'TXT', domain);
  if (found.outcome === 'unknown') return found;
  const [record, second] = found.records.filter(({ data }) => isSpf(data));
  if (record === undefined || second !== undefined) return { outcome: 'none' };
  const place = { index: found.index, at: record.at };
  return { outcome: 'record', place, text: record.data, terms: parseSpf(record.data) };
}

function walk(
  evidence: MailDomain,
  domain: string,
  place: Place,
  terms: readonly SpfTerm[],
  account: Account,
  trail: readonly string[],
): void {
  for (const term of terms) if (term.kind === 'fault') account.faults.push({ ...place, what: term.term });
  const all = terms.findIndex((term) => term.kind === 'mechanism' && term.name === 'all');
  const counted = all < 0 ? terms : terms.slice(0, all);
  for (const term of counted)
    if (term.kind === 'mechanism' && account.lookups < mostLookups)
      ask(evidence, domain, place, term, account, trail);
  const redirect = terms.find((term) => term.kind === 'modifier' && term.name === 'redirect');
  // RFC 7208 §6.1: `all` makes a redirect void.
  if (redirect?.kind === 'modifier' && all < 0 && account.lookups < mostLookups) {
    account.lookups += 1;
    descend(evidence, targetOf(redirect.value, domain), place, account, trail);
  }
}

function ask(
  evidence: MailDomain,
  domain: string,
  place: Place,
  term: Mechanism,
  account: Account,
  trail: readonly string[],
): void {
  if (term.name === 'ip4' || term.name === 'ip6' || term.name === 'all') return;
  account.lookups += 1;
  const target = targetOf(term.value, domain);
  if (term.name === 'ptr') account.usesPtr.push(place);
  // A macro asks about the sender: what comes back is nobody's to know beforehand.
  if (target === undefined || term.name === 'ptr') return;
  switch (term.name) {
    case 'include':
      descend(evidence, target, place, account, trail);
      break;
    case 'exists':
      countVoid(evidence, ['A'], target, account);
      break;
    case 'a':
      countVoid(evidence, ['A', 'AAAA'], target, account);
      break;
    default:
      countExchangers(evidence, target, place, account);
  }
}

function countExchangers(evidence: MailDomain, target: string, place: Place, account: Account): void {
  const exchangers = find(evidence, 'MX', target);
  if (exchangers.outcome === 'unknown') account.unknown ??= exchangers.reason;
  else if (exchangers.records.length === 0) account.voids += 1;
  else if (exchangers.records.length > mostExchangers)
    account.faults.push({ ...place, what: `mx:${target}` });
}

/** One void lookup where every question came back empty (RFC 7208 §4.6.4); only one family is asked for each sender. */
function countVoid(
  evidence: MailDomain,
  types: readonly ('A' | 'AAAA')[],
  target: string,
  account: Account,
): void {
  const found = types.map((type) => find(evidence, type, target));
  if (found.some((one) => one.outcome === 'answered' && one.records.length > 0)) return;
  const unknown = found.find((one) => one.outcome === 'unknown');
  if (unknown?.outcome === 'unknown') account.unknown ??= unknown.reason;
  else account.voids += 1;
}

function descend(
  evidence: MailDomain,
  target: string | undefined,
  place: Place,
  account: Account,
  trail: readonly string[],
): void {
  if (target === undefined) return;
  if (trail.includes(target) || trail.length > deepest) {
    account.faults.push({ ...place, what: `include:${target}` });
    return;
  }
  const found = recordOf(evidence, target);
  if (found.outcome === 'unknown') account.unknown ??= found.reason;
  // RFC 7208 §5.2: an include without a record is a permanent error.
  else if (found.outcome === 'none') account.faults.push({ ...place, what: `include:${target}` });
  else walk(evidence, target, found.place, found.terms, account, [...trail, target]);
}
