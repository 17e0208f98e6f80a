import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { recordFixes } from '../fixes.ts';
import { answerProof } from '../questions.ts';
import { rfc1035, rfc1123 } from '../references.ts';
import { isZone, serversOf, withoutServers } from '../servers.ts';
import { delegation, ownNameServers } from '../zone-data.ts';

export const syntaxDomainCharacters = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: { ja: 'ドメイン名に使えない文字はありません', en: 'The domain name has only permitted characters' },
    vulnerable: {
      ja: 'ドメイン名に使えない文字があります',
      en: 'The domain name has characters that are not permitted',
    },
    why: {
      ja: 'この文字を使った名前は、ブラウザーやメールの一部で受け付けられないことがあります。',
      en: 'Some browsers and mail programs do not accept such a name.',
    },
  },
  action: 'dns-zone',
  fixes: recordFixes('dig {domain} ANY +short', {
    ja: '英数字とハイフンだけの名前に改めます。日本語の名前は xn-- で始まる形で登録します。',
    en: 'Use letters, digits and hyphens only. Register a Japanese name in its xn-- form.',
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
  if (/^[a-z0-9.-]+$/i.test(zone)) return safe;
  return {
    verdict: 'vulnerable',
    confidence: 'verified',
    proof: [answerProof(evidence, first.asked, first.section, first.index, 'name')],
    place: zone,
  };
}
