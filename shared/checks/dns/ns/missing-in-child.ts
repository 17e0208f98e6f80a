import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { delegationFixes } from '../fixes.ts';
import { rfc1034, rfc1912 } from '../references.ts';
import { isZone, serversOf, withoutServers } from '../servers.ts';
import { delegation, namesOf, ownNameServers, proofOf } from '../zone-data.ts';

export const nsMissingInChild = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'low',
  text: {
    safe: {
      ja: '上位に届け出た DNS サーバーとゾーンの NS が一致します',
      en: 'The delegation and the NS records of the zone agree',
    },
    vulnerable: {
      ja: '上位に届け出た DNS サーバーの一部がゾーンに書かれていません',
      en: 'Some delegated name servers are missing in the zone',
    },
    why: {
      ja: '上位が案内するサーバーとゾーンの内容が食い違っています。引っ越しのあとの届け出忘れが多く、古いサーバーが古い答えを返し続けるおそれがあります。',
      en: 'What the registry says and what the zone says differ. It is often left over from a move: the old server may go on giving old answers.',
    },
  },
  action: 'dns-zone',
  fixes: delegationFixes('dig {domain} NS +trace', {
    ja: '古いサーバーなら登録事業者への届け出から外します。使っているサーバーなら、ゾーンの NS に加えます。',
    en: 'Remove an old server at the registrar; add one that is in use to the NS records of the zone.',
  }),
  references: [rfc1034, rfc1912],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  if (!isZone(evidence)) return notApplicable;
  const [delegated, own] = [delegation(evidence), ownNameServers(evidence)];
  if (delegated.length === 0 || own.length === 0) {
    return serversOf(evidence).length === 0 ? withoutServers(evidence) : undetermined('no-answer');
  }
  const [here, there] = [delegated, own] as const;
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
