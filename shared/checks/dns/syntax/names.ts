import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { answerProof } from '../questions.ts';
import { isZone, serversOf, withoutServers } from '../servers.ts';
import { judgeSoas } from '../soa/judge.ts';
import { delegation, type Found, ownNameServers, proofOf, proofsOf } from '../zone-data.ts';

type Evidence = EvidenceOf<'dns-answers'>;

/** Letters, digits and hyphens, no hyphen at an end (RFC 1123 §2.1); at least two labels. */
const label = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i;

export function isHostName(name: string): boolean {
  const labels = name.split('.');
  return (
    labels.length >= 2 &&
    labels.every((part) => part.length <= 63 && label.test(part)) &&
    !/^\d+$/.test(labels.at(-1) ?? '')
  );
}

/** Accuses the records whose name is not what it should be. */
export function judgeNames(
  evidence: Evidence,
  found: readonly Found[],
  isRight: (data: string) => boolean,
): Verdict {
  if (found.length === 0) return notApplicable;
  const wrong = found.filter(({ record }) => !isRight(record.data));
  const [first, ...others] = wrong;
  if (first === undefined) return safe;
  return {
    verdict: 'vulnerable',
    confidence: 'verified',
    proof: proofsOf(evidence, [first, ...others]),
    place: [...new Set(wrong.map(({ record }) => record.data))].slice(0, 5).join(', '),
  };
}

/** Accuses a name in SOA that is not what it should be. */
export function judgeSoaName(
  evidence: Evidence,
  field: 'mname' | 'rname',
  isRight: (name: string) => boolean,
): Verdict {
  return judgeSoas(evidence, (soas) => {
    const wrong = soas.find((soa) => !isRight(soa[field]));
    if (wrong === undefined) return safe;
    return {
      verdict: 'vulnerable',
      confidence: 'verified',
      proof: [proofOf(evidence, wrong.found)],
      place: wrong[field],
    };
  });
}

/** Accuses the domain's own name, where it is delegated. */
export function judgeDomain(evidence: Evidence, isRight: (domain: string) => boolean): Verdict {
  if (!isZone(evidence)) return notApplicable;
  const domain = evidence.endpoint.host;
  const [first] = [...delegation(evidence), ...ownNameServers(evidence)];
  if (first === undefined)
    return serversOf(evidence).length === 0 ? withoutServers(evidence) : undetermined('no-answer');
  if (isRight(domain)) return safe;
  const proof = answerProof(evidence, first.asked, first.section, first.index, 'name');
  return { verdict: 'vulnerable', confidence: 'verified', proof: [proof], place: domain };
}
