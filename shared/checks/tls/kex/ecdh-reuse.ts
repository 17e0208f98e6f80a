import { defineCheck } from '../../check.ts';
import { freshKeyFixes, reusedKey, reusedKeyReferences } from './reused-key.ts';
import { sameKeyAgain } from './same-key.ts';

export const ecdhReuse = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'low',
  text: {
    safe: {
      ja: '鍵交換（ECDHE）の鍵は接続ごとに作られています',
      en: 'ECDHE keys are made for each connection',
    },
    vulnerable: { ja: '鍵交換（ECDHE）の鍵が使い回されています', en: 'ECDHE keys are used again and again' },
    why: reusedKey,
  },
  action: 'tls-settings',
  fixes: freshKeyFixes('SSL_OP_SINGLE_ECDH_USE'),
  references: reusedKeyReferences,
  detect: ({ 'tls-hello': hello }) => sameKeyAgain(hello, 'ecdhe'),
});
