import { defineCheck } from '../../check.ts';
import { familyAccepted } from '../family-accepted.ts';
import { cipherFixes } from '../fixes.ts';
import { ipaTlsGuideline, rfc9325 } from '../references.ts';

export const des = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'high',
  text: {
    safe: {
      ja: '鍵の短い暗号方式 DES は受け入れられません',
      en: 'The short-keyed cipher suites of DES are refused',
    },
    vulnerable: {
      ja: '鍵の短い暗号方式 DES が受け入れられます',
      en: 'The short-keyed cipher suites of DES are accepted',
    },
    why: {
      ja: 'DES の鍵は 56 ビットしかなく、市販の機材でも総当たりで解読できます。記録された通信が、あとから読まれるおそれがあります。',
      en: 'The key of DES has only 56 bits and can be found by trying them all on equipment that anyone can buy. Traffic recorded today can be read later.',
    },
  },
  action: 'tls-settings',
  fixes: cipherFixes,
  references: ['https://www.rfc-editor.org/rfc/rfc5469', rfc9325, ipaTlsGuideline],
  detect: (evidence) => familyAccepted(evidence['tls-hello'], 'des', 'high'),
});
