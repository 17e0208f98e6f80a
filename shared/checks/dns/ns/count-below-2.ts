import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { delegationFixes } from '../fixes.ts';
import { rfc1034, rfc2182 } from '../references.ts';
import { isZone, serversOf, withoutServers } from '../servers.ts';
import { namesOf, proofOf } from '../zone-data.ts';
import { allNameServers } from './addresses.ts';

export const nsCountBelow2 = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'medium',
  text: {
    safe: { ja: 'DNS サーバーが 2 台以上あります', en: 'There are at least two name servers' },
    vulnerable: { ja: 'DNS サーバーが 1 台しかありません', en: 'There is only one name server' },
    why: {
      ja: 'その 1 台が止まると、ホームページもメールもすべて使えなくなります。災害時にも情報を届けられるよう、別の場所に 2 台目を置きます。',
      en: 'When it stops, web and mail stop with it. Put a second one elsewhere, so that information reaches residents in a disaster as well.',
    },
  },
  action: 'dns-zone',
  fixes: delegationFixes('dig {domain} NS +short', {
    ja: '別の建物または別の事業者のネットワークに、2 台目のセカンダリー DNS サーバーを用意し、ゾーンの NS と登録事業者への届け出に加えます。',
    en: 'Set up a secondary in another building or with another provider, and add it to the NS records of the zone and at the registrar.',
  }),
  references: [rfc2182, rfc1034],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  if (!isZone(evidence)) return notApplicable;
  const found = allNameServers(evidence);
  const [first] = found;
  if (first === undefined)
    return serversOf(evidence).length === 0 ? withoutServers(evidence) : undetermined('no-answer');
  if (namesOf(found).length > 1) return safe;
  return {
    verdict: 'vulnerable',
    confidence: 'verified',
    proof: [proofOf(evidence, first)],
    place: namesOf(found).join(' '),
  };
}
