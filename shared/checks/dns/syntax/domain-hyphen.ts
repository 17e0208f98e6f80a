import { defineCheck } from '../../check.ts';
import { delegationFixes } from '../fixes.ts';
import { rfc1035, rfc1123 } from '../references.ts';
import { judgeDomain } from './names.ts';

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
  fixes: delegationFixes('dig {domain} NS +short', {
    ja: 'ハイフンで始まる部分や終わる部分のない名前に改めます。',
    en: 'Use a name no part of which begins or ends with a hyphen.',
  }),
  references: [rfc1123, rfc1035],
  detect: ({ 'dns-answers': evidence }) => judgeDomain(evidence, (domain) => !/(^|\.)-|-(\.|$)/.test(domain)),
});
