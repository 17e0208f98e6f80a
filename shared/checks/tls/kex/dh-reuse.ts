import { defineCheck } from '../../check.ts';
import { freshKeyFixes, reusedKey, reusedKeyReferences } from './reused-key.ts';
import { sameKeyAgain } from './same-key.ts';

export const dhReuse = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'low',
  text: {
    safe: { ja: '鍵交換（DHE）の鍵は接続ごとに作られています', en: 'DHE keys are made for each connection' },
    vulnerable: { ja: '鍵交換（DHE）の鍵が使い回されています', en: 'DHE keys are used again and again' },
    why: reusedKey,
  },
  action: 'tls-settings',
  fixes: freshKeyFixes('SSL_OP_SINGLE_DH_USE'),
  references: reusedKeyReferences,
  detect: ({ 'tls-hello': hello }) => sameKeyAgain(hello, 'dhe'),
});
