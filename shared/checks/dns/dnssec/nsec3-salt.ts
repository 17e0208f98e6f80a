import { defineCheck } from '../../check.ts';
import { signingFixes } from '../fixes.ts';
import { rfc5155, rfc9276 } from '../references.ts';
import { judgeNsec3, nsec3Snippets } from './judge.ts';

export const dnssecNsec3Salt = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: { ja: 'NSEC3 にソルトは付いていません', en: 'NSEC3 uses no salt' },
    vulnerable: { ja: 'NSEC3 にソルトが付いています', en: 'NSEC3 uses a salt' },
    why: {
      ja: 'ソルトは名前の推測を防ぐ役に立たず、鍵の更新などの運用を複雑にします。',
      en: 'A salt does not keep names secret and makes operation more complicated.',
    },
  },
  action: 'dns-zone',
  fixes: signingFixes(
    'dig {domain} NSEC3PARAM +short',
    { ja: 'NSEC3 のソルトをなしにして署名し直します。', en: 'Sign again without an NSEC3 salt.' },
    nsec3Snippets,
  ),
  references: [rfc9276, rfc5155],
  detect: ({ 'dns-answers': evidence }) =>
    judgeNsec3(evidence, ({ salt }) =>
      salt !== '-' ? { ja: `ソルトは ${salt} です。`, en: `The salt is ${salt}.` } : undefined,
    ),
});
