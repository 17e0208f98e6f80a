import { defineCheck } from '../../check.ts';
import { delegationFixes } from '../fixes.ts';
import { judgeDomain } from './names.ts';

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
  fixes: delegationFixes('dig {domain} NS +short', {
    ja: '3、4 文字目が連続したハイフンにならない名前に改めます。',
    en: 'Use a name without hyphens in both the third and fourth place.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc5891'],
  detect: ({ 'dns-answers': evidence }) =>
    judgeDomain(evidence, (domain) =>
      domain.split('.').every((label) => label.slice(2, 4) !== '--' || label.startsWith('xn--')),
    ),
});
