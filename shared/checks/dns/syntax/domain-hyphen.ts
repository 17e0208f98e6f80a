import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { recordFixes } from '../fixes.ts';
import { answerProof } from '../questions.ts';
import { rfc1035, rfc1123 } from '../references.ts';
import { isZone, serversOf, withoutServers } from '../servers.ts';
import { delegation, ownNameServers } from '../zone-data.ts';

export const syntaxDomainHyphen = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: {
      ja: 'ドメイン名の区切りにハイフンの始まりや終わりはありません',
      en: 'No part of the domain name begins or ends with a hyphen',
    },
    vulnerable: {
      ja: 'ドメイン名にハイフンで始まるか終わる部分があります',
      en: 'A part of the domain name begins or ends with a hyphen',
    },
    why: {
      ja: 'この文字を使った名前は、ブラウザーやメールの一部で受け付けられないことがあります。',
      en: 'Some browsers and mail programs do not accept such a name.',
    },
  },
  action: 'dns-zone',
  fixes: recordFixes('dig {domain} ANY +short', {
    ja: 'ハイフンで始まる部分や終わる部分のない名前に改めます。',
    en: 'Use a name no part of which begins or ends with a hyphen.',
  }),
  references: [rfc1123, rfc1035],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  if (!isZone(evidence)) return notApplicable;
  const zone = evidence.endpoint.host;
  const found = [...delegation(evidence), ...ownNameServers(evidence)];
  const [first] = found;
  if (first === undefined)
    return serversOf(evidence).length === 0 ? withoutServers(evidence) : undetermined('no-answer');
  if (!/(^|\.)-|-(\.|$)/.test(zone)) return safe;
  return {
    verdict: 'vulnerable',
    confidence: 'verified',
    proof: [answerProof(evidence, first.asked, first.section, first.index, 'name')],
    place: zone,
  };
}
