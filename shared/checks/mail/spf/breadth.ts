import { type Mechanism, type SpfTerm, targetOf } from '../../../evidence/mail-domain/spf.ts';
import type { MailDomain } from '../lookups.ts';
import { type Place, recordOf } from './survey.ts';

export type SpfBreadth =
  /** Everybody may send: the term that says so, and the record that it stands in. */
  | { readonly breadth: 'everyone'; readonly term: string; readonly place: Place }
  | { readonly breadth: 'limited' }
  | { readonly breadth: 'unknown'; readonly reason: string };

const limited: SpfBreadth = { breadth: 'limited' };

/** Who is allowed to send, with all that the record of a domain includes or hands on to. */
export function breadthOf(evidence: MailDomain, domain: string, seen = new Set<string>()): SpfBreadth {
  // What was looked at already says nothing new, and a circle would not end.
  if (seen.has(domain)) return limited;
  seen.add(domain);
  const found = recordOf(evidence, domain);
  if (found.outcome === 'unknown') return { breadth: 'unknown', reason: found.reason };
  if (found.outcome === 'none') return limited;
  const { terms, place } = found;
  // RFC 7208 §5.1 and §6.1: what stands behind `all` never counts, and with it no redirect does.
  const all = terms.findIndex((term) => term.kind === 'mechanism' && term.name === 'all');
  const counted = all < 0 ? terms : terms.slice(0, all + 1);
  const breadths = counted.map((term): SpfBreadth => {
    const further = furtherOf(term, domain, all < 0);
    if (further !== undefined) return breadthOf(evidence, further, seen);
    return term.kind === 'mechanism' && takesEveryone(term)
      ? { breadth: 'everyone', term: written(term), place }
      : limited;
  });
  return (
    breadths.find(({ breadth }) => breadth === 'everyone') ??
    breadths.find(({ breadth }) => breadth === 'unknown') ??
    limited
  );
}

/** The domain whose record decides in the place of this term. */
function furtherOf(term: SpfTerm, domain: string, mayRedirect: boolean): string | undefined {
  if (term.kind === 'modifier')
    return mayRedirect && isRedirect(term) ? targetOf(term.value, domain) : undefined;
  return term.kind === 'mechanism' && term.name === 'include' && term.qualifier === '+'
    ? targetOf(term.value, domain)
    : undefined;
}

function isRedirect(term: SpfTerm): boolean {
  return term.kind === 'modifier' && term.name === 'redirect';
}

function takesEveryone({ qualifier, name, prefix4, prefix6 }: Mechanism): boolean {
  if (qualifier !== '+') return false;
  return name === 'all' || (name === 'ip6' ? prefix6 === 0 : prefix4 === 0);
}

function written({ name, value }: Mechanism): string {
  if (name === 'all') return '+all';
  return value === '' ? `${name}/0` : `${name}:${value}/0`;
}
