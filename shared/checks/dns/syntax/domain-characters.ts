import { defineCheck } from '../../check.ts';
import { delegationFixes } from '../fixes.ts';
import { rfc1035, rfc1123 } from '../references.ts';
import { judgeDomain } from './names.ts';

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
  fixes: delegationFixes('dig {domain} NS +short', {
    ja: '英数字とハイフンだけの名前に改めます。日本語の名前は xn-- で始まる形で登録します。',
    en: 'Use letters, digits and hyphens only. Register a Japanese name in its xn-- form.',
  }),
  references: [rfc1123, rfc1035],
  detect: ({ 'dns-answers': evidence }) => judgeDomain(evidence, (domain) => /^[a-z0-9.-]+$/i.test(domain)),
});
