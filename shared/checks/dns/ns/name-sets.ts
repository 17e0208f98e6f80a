import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Text } from '../../../model/text.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { isZone, serversOf, withoutServers } from '../servers.ts';
import { delegation, namesOf, ownNameServers, proofOf } from '../zone-data.ts';

export const sameNames: Text = {
  ja: '上位に届け出た DNS サーバーとゾーンの NS が一致します',
  en: 'The delegation and the NS records of the zone agree',
};

/** Accuses the name servers that one side knows and the other does not. */
export function judgeExtraNames(evidence: EvidenceOf<'dns-answers'>, side: 'parent' | 'zone'): Verdict {
  if (!isZone(evidence)) return notApplicable;
  const [delegated, own] = [delegation(evidence), ownNameServers(evidence)];
  if (delegated.length === 0 || own.length === 0) {
    return serversOf(evidence).length === 0 ? withoutServers(evidence) : undetermined('no-answer');
  }
  const [here, there] = side === 'parent' ? ([delegated, own] as const) : ([own, delegated] as const);
  const known = new Set(namesOf(there));
  const extra = here.filter(({ record }) => !known.has(record.data.toLowerCase()));
  const [first] = extra;
  if (first === undefined) return safe;
  return {
    verdict: 'vulnerable',
    confidence: 'verified',
    proof: [proofOf(evidence, first)],
    place: namesOf(extra).join(' '),
  };
}
