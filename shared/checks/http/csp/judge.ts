import type { Text } from '../../../model/text.ts';
import type { Proof, Verdict } from '../../../model/verdict.ts';
import { notApplicable, safe } from '../../verdicts.ts';
import { metaHeader } from '../html.ts';
import { type Answer, type HttpEvidence, headers, judgePage, proofIn } from '../pages.ts';
import { type Policy, parsePolicies } from './policy.ts';

/** A policy where it stands: in a header, or in an element of the page. */
export interface Enforced {
  readonly policy: Policy;
  readonly from: 'header' | 'element';
  readonly proof: Proof;
}

/** All policies that browsers enforce on a page; those that are only reported are not among them. */
export function enforcedOn(evidence: HttpEvidence, page: Answer): readonly Enforced[] {
  const sent = headers(page.response, 'content-security-policy').flatMap(({ at, value }) =>
    parsePolicies(value).map((policy) => ({
      policy,
      from: 'header' as const,
      proof: proofIn(evidence, page, ['headers', at, 1]),
    })),
  );
  const element = metaHeader(page.response.body, 'content-security-policy');
  if (element === undefined) return sent;
  const proof = proofIn(evidence, page, ['body'], element.source);
  const written = parsePolicies(element.content).map((policy) => ({
    policy,
    from: 'element' as const,
    proof,
  }));
  return [...sent, ...written];
}

/** What is wrong with a policy, in words of its own; `silent` where it says nothing of the matter. */
export type Fault = (policy: Policy, from: Enforced['from']) => Text | 'none' | 'silent';

/** A page's policies intersect: what one of them forbids is forbidden. A fault counts where none forbids it. */
export function judgePolicies(evidence: HttpEvidence, fault: Fault): Verdict {
  return judgePage(evidence, (page) => {
    const told = enforcedOn(evidence, page)
      .map(({ policy, from, proof }) => ({ wrong: fault(policy, from), proof }))
      .filter(({ wrong }) => wrong !== 'silent');
    const [first, ...rest] = told;
    if (first === undefined) return notApplicable;
    const faults = told.flatMap(({ wrong }) => (typeof wrong === 'string' ? [] : [wrong]));
    const [detail] = faults;
    if (detail === undefined || faults.length < told.length) return safe;
    const proof = [first.proof, ...rest.map((each) => each.proof)] as const;
    return { verdict: 'vulnerable', confidence: 'verified', proof, detail };
  });
}
