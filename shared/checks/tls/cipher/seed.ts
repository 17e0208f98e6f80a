import { defineCheck } from '../../check.ts';
import { familyAccepted } from '../family-accepted.ts';
import { cipherFixes } from '../fixes.ts';
import { ipaTlsGuideline, rfc9325 } from '../references.ts';

export const seed = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'medium',
  text: {
    safe: { ja: '古い暗号方式 SEED は受け入れられません', en: 'The dated cipher suites of SEED are refused' },
    vulnerable: {
      ja: '古い暗号方式 SEED が受け入れられます',
      en: 'The dated cipher suites of SEED are accepted',
    },
    why: {
      ja: 'SEED は一部の国でだけ使われた古い方式で、認証のない CBC の形でしか使えません。十分に検証されておらず、いまのブラウザーでは使われていません。残しておくと、攻撃者に弱い方式を選ばせる余地を与えます。',
      en: 'SEED was used in few places and exists only in the unauthenticated CBC form. It is little studied, and no browser of today uses it. Leaving it on gives an attacker a weaker choice to steer towards.',
    },
  },
  action: 'tls-settings',
  fixes: cipherFixes,
  references: [rfc9325, ipaTlsGuideline],
  detect: ({ 'tls-hello': hello }) => familyAccepted(hello, 'seed', 'medium'),
});
