import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { recordFixes } from '../fixes.ts';
import { answerProof } from '../questions.ts';
import { isZone, serversOf, withoutServers } from '../servers.ts';
import { delegation, ownNameServers } from '../zone-data.ts';

export const syntaxDomainDoubleHyphen = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: {
      ja: 'ドメイン名の 3、4 文字目にハイフンの並びはありません',
      en: 'The domain name has no hyphens in the third and fourth place',
    },
    vulnerable: {
      ja: 'ドメイン名の 3、4 文字目がハイフンです（xn-- を除く）',
      en: 'The domain name has hyphens in the third and fourth place (other than xn--)',
    },
    why: {
      ja: 'この並びは国際化ドメイン名のために予約されており、将来の規格で別の意味になることがあります。',
      en: 'These places are reserved for internationalised names and may get another meaning.',
    },
  },
  action: 'dns-zone',
  fixes: recordFixes('dig {domain} ANY +short', {
    ja: '3、4 文字目が連続したハイフンにならない名前に改めます。',
    en: 'Use a name without hyphens in both the third and fourth place.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc5891'],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  if (!isZone(evidence)) return notApplicable;
  const zone = evidence.endpoint.host;
  const found = [...delegation(evidence), ...ownNameServers(evidence)];
  const [first] = found;
  if (first === undefined)
    return serversOf(evidence).length === 0 ? withoutServers(evidence) : undetermined('no-answer');
  if (zone.split('.').every((label) => label.slice(2, 4) !== '--' || label.startsWith('xn--'))) return safe;
  return {
    verdict: 'vulnerable',
    confidence: 'verified',
    proof: [answerProof(evidence, first.asked, first.section, first.index, 'name')],
    place: zone,
  };
}
