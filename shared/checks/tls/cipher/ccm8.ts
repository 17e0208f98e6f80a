import { defineCheck } from '../../check.ts';
import { familyAccepted } from '../family-accepted.ts';
import { cipherFixes } from '../fixes.ts';
import { ipaTlsGuideline, rfc9325 } from '../references.ts';

export const ccm8 = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'low',
  text: {
    safe: {
      ja: '古い暗号方式 CCM_8 は受け入れられません',
      en: 'The dated cipher suites of CCM_8 are refused',
    },
    vulnerable: {
      ja: '古い暗号方式 CCM_8 が受け入れられます',
      en: 'The dated cipher suites of CCM_8 are accepted',
    },
    why: {
      ja: 'CCM_8 は改ざんを見つけるための印を半分に縮めた方式で、部品のように小さな機器のためのものです。Web やメールのサーバーでは、改ざんに気づく力が弱まるだけで利点がありません。',
      en: 'CCM_8 halves the mark that shows tampering; it is meant for very small devices. On web and mail servers it only weakens the protection against altered traffic.',
    },
  },
  action: 'tls-settings',
  fixes: cipherFixes,
  references: [rfc9325, ipaTlsGuideline],
  detect: ({ 'tls-hello': hello }) => familyAccepted(hello, 'ccm8', 'low'),
});
