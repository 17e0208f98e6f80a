import { defineCheck } from '../../check.ts';
import { familyAccepted } from '../family-accepted.ts';
import { cipherFixes } from '../fixes.ts';
import { ipaTlsGuideline, rfc9325 } from '../references.ts';

export const rc2 = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'high',
  text: {
    safe: { ja: '古い暗号方式 RC2 は受け入れられません', en: 'The dated cipher suites of RC2 are refused' },
    vulnerable: {
      ja: '古い暗号方式 RC2 が受け入れられます',
      en: 'The dated cipher suites of RC2 are accepted',
    },
    why: {
      ja: 'RC2 は 1987 年の暗号で、TLS では輸出規制のために鍵を 40 ビットに縮めた形でしか使われません。数時間で解読でき、住民や職員がやり取りした内容が読まれるおそれがあります。',
      en: 'RC2 dates from 1987, and TLS only knows it with keys cut to 40 bits for export. It can be broken within hours, and what residents and staff send could be read.',
    },
  },
  action: 'tls-settings',
  fixes: cipherFixes,
  references: [rfc9325, ipaTlsGuideline],
  detect: ({ 'tls-hello': hello }) => familyAccepted(hello, 'rc2', 'high'),
});
