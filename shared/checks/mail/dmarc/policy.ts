import { dmarcNames } from '../../../evidence/mail-domain/names.ts';
import { parseTags } from '../../../evidence/mail-domain/tags.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { notApplicable, undetermined } from '../../verdicts.ts';
import { find, type MailDomain } from '../lookups.ts';

export interface DmarcRecord {
  readonly index: number;
  readonly at: number;
  readonly text: string;
  /** undefined: it is no list of tags. */
  readonly tags: ReadonlyMap<string, string> | undefined;
  /** It stands at the domain itself, not above it. */
  readonly isOwn: boolean;
}

export type DmarcPolicy =
  | { readonly outcome: 'record'; readonly record: DmarcRecord }
  /** Several at one name: none of them applies (RFC 7489 §6.6.3). */
  | { readonly outcome: 'several'; readonly records: readonly DmarcRecord[] }
  | { readonly outcome: 'none'; readonly index: number }
  | { readonly outcome: 'no-domain' }
  | { readonly outcome: 'unknown'; readonly reason: string };

/** RFC 7489 §6.3: the version comes first and its value is case-sensitive. */
const version = /^v\s*=\s*DMARC1\s*(?:;|$)/;

/** The policy that holds for the domain: its own, else the nearest above it (tree walk, RFC 9989 §4.10). */
export function dmarcPolicy(evidence: MailDomain): DmarcPolicy {
  const domain = evidence.endpoint.host;
  const own = find(evidence, 'TXT', domain);
  if (own.outcome === 'answered' && !own.exists) return { outcome: 'no-domain' };
  let first: number | undefined;
  for (const name of dmarcNames(domain)) {
    const found = find(evidence, 'TXT', name);
    if (found.outcome === 'unknown') return found;
    first ??= found.index;
    const records = found.records
      .filter(({ data }) => version.test(data))
      .map(({ at, data }) => ({
        index: found.index,
        at,
        text: data,
        tags: parseTags(data),
        isOwn: name === `_dmarc.${domain}`,
      }));
    const [record, second] = records;
    if (second !== undefined) return { outcome: 'several', records };
    if (record !== undefined) return { outcome: 'record', record };
  }
  return first === undefined
    ? { outcome: 'unknown', reason: 'not-attempted' }
    : { outcome: 'none', index: first };
}

/** Judges the one record that holds; where there is none or several, other checks tell. */
export function judgeDmarcRecord(evidence: MailDomain, verdict: (record: DmarcRecord) => Verdict): Verdict {
  const policy = dmarcPolicy(evidence);
  if (policy.outcome === 'unknown') return undetermined(policy.reason);
  return policy.outcome === 'record' ? verdict(policy.record) : notApplicable;
}

/** What recipients are asked to do: for a domain below the record, `sp` comes before `p`. */
export function policyOf({ tags, isOwn }: DmarcRecord): string | undefined {
  const policy = (isOwn ? undefined : tags?.get('sp')) ?? tags?.get('p');
  return policy?.toLowerCase();
}
