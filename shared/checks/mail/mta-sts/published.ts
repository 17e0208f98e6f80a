import type { Evidence, EvidenceOf } from '../../../evidence/evidence.ts';
import { type MtaStsPolicy, type PolicyFault, parsePolicy } from '../../../evidence/mta-sts-policy/policy.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { notApplicable, undetermined } from '../../verdicts.ts';
import { find, type MailDomain } from '../lookups.ts';

export type PolicyEvidence = EvidenceOf<'mta-sts-policy'>;

/** Why a sender gets no policy: the answer itself, or what stands in it. */
export type Unusable = PolicyFault | 'redirected' | 'not-there' | 'not-text';

export type Published =
  | { readonly outcome: 'policy'; readonly policy: MtaStsPolicy }
  | { readonly outcome: 'unusable'; readonly why: Unusable; readonly at: 'status' | 'contentType' | 'body' }
  | { readonly outcome: 'unknown'; readonly reason: string };

/** What a sender makes of the answer (RFC 8461 §3.3): 200 alone counts, and no redirect is followed. */
export function publishedBy({ data: { response } }: PolicyEvidence): Published {
  if (response.outcome !== 'yes') {
    return { outcome: 'unknown', reason: response.outcome === 'no' ? 'garbled' : response.reason };
  }
  const { status, contentType, body, complete } = response.value;
  if (status >= 300 && status < 400) return { outcome: 'unusable', why: 'redirected', at: 'status' };
  if (status === 404 || status === 410) return { outcome: 'unusable', why: 'not-there', at: 'status' };
  if (status !== 200) return { outcome: 'unknown', reason: status >= 500 ? 'server-error' : 'blocked' };
  if (!/^\s*text\/plain\s*(?:;|$)/i.test(contentType ?? '')) {
    return { outcome: 'unusable', why: 'not-text', at: contentType === null ? 'body' : 'contentType' };
  }
  if (!complete) return { outcome: 'unknown', reason: 'page-cut-short' };
  const policy = parsePolicy(body);
  return 'fault' in policy
    ? { outcome: 'unusable', why: policy.fault, at: 'body' }
    : { outcome: 'policy', policy };
}

/** Judges a policy that senders can use; one that they cannot is a finding of its own. */
export function judgePolicy(evidence: PolicyEvidence, verdict: (policy: MtaStsPolicy) => Verdict): Verdict {
  const published = publishedBy(evidence);
  if (published.outcome === 'policy') return verdict(published.policy);
  return published.outcome === 'unusable' ? notApplicable : undetermined(published.reason);
}

/** What the DNS says of the domain, where the report covers it as well. */
function domainOf({ data }: PolicyEvidence, estate: readonly Evidence[]): MailDomain | undefined {
  return estate.find(
    (item): item is MailDomain => item.kind === 'mail-domain' && item.endpoint.host === data.domain,
  );
}

/** Judges only what the DNS announces: senders do not ask for a policy that nobody announced (RFC 8461 §3.1). */
export function ifAnnounced(
  evidence: PolicyEvidence,
  estate: readonly Evidence[],
  verdict: (domain: MailDomain) => Verdict,
): Verdict {
  const domain = domainOf(evidence, estate);
  if (domain === undefined) return undetermined('no-evidence:mail-domain');
  const announced = find(domain, 'TXT', `_mta-sts.${evidence.data.domain}`);
  if (announced.outcome === 'unknown') return undetermined(announced.reason);
  return announced.records.some(({ data }) => /^v=STSv1\s*;/.test(data)) ? verdict(domain) : notApplicable;
}
