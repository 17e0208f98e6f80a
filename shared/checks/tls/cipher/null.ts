import { defineCheck } from '../../check.ts';
import { familyAccepted } from '../family-accepted.ts';
import { cipherFixes } from '../fixes.ts';
import { ipaTlsGuideline, rfc9325 } from '../references.ts';

export const nullCipher = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'critical',
  text: {
    safe: {
      ja: '暗号化しない暗号方式（NULL）は受け入れられません',
      en: 'Cipher suites without encryption (NULL) are refused',
    },
    vulnerable: {
      ja: '暗号化しない暗号方式（NULL）が受け入れられます',
      en: 'Cipher suites without encryption (NULL) are accepted',
    },
    why: {
      ja: 'NULL は名前だけの暗号方式で、通信は暗号化されません。鍵のマークが表示されていても、回線の途中にいる人は、住民や職員が送った内容をそのまま読めます。',
      en: 'NULL suites are encryption in name only. Even where a padlock is shown, anyone along the line can read what residents and staff send.',
    },
  },
  action: 'tls-settings',
  fixes: cipherFixes,
  references: ['https://www.rfc-editor.org/rfc/rfc9325#section-4.1', rfc9325, ipaTlsGuideline],
  detect: (evidence) => familyAccepted(evidence['tls-hello'], 'null', 'critical'),
});
