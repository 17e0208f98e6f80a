import type { Verdict } from '../../../model/verdict.ts';
import { judge, notApplicable } from '../../verdicts.ts';
import { type DnsEvidence, isDomain, type Records, recordsFor } from '../records.ts';

/** RFC 7208 §4.5: exactly `v=spf1`, then a space or the end. */
const version = /^v=spf1(?= |$)/i;

/** Judges the SPF records of a domain; other TXT records are left out. */
export function judgeSpf(evidence: DnsEvidence, verdict: (spf: Records, all: Records) => Verdict): Verdict {
  if (!isDomain(evidence)) return notApplicable;
  return judge(recordsFor(evidence, 'spf'), {
    no: notApplicable,
    yes: (all) => verdict({ ...all, found: all.found.filter(({ data }) => version.test(data)) }, all),
  });
}

export type SpfBreadth =
  /** Everybody may send: the term that says so. */
  | { readonly breadth: 'everyone'; readonly term: string }
  /** Another record decides. */
  | { readonly breadth: 'redirected' }
  | { readonly breadth: 'limited' };

/** Who is allowed to send, as far as this record alone says; terms behind `all` never count (RFC 7208 §5.1). */
export function breadthOf(record: string): SpfBreadth {
  const terms = record.split(/ +/).slice(1);
  for (const term of terms) {
    if (/^[-~?]all$/i.test(term)) return { breadth: 'limited' };
    if (/^\+?(?:all|ip4:\d{1,3}(?:\.\d{1,3}){3}\/0|ip6:[0-9a-f:.]+\/0)$/i.test(term))
      return { breadth: 'everyone', term };
  }
  return terms.some((term) => /^redirect=/i.test(term)) ? { breadth: 'redirected' } : { breadth: 'limited' };
}
