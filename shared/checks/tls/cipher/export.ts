import { defineCheck } from '../../check.ts';
import { familyAccepted } from '../family-accepted.ts';
import { cipherFixes } from '../fixes.ts';
import { ipaTlsGuideline, rfc9325 } from '../references.ts';

export const exportCipher = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'critical',
  text: {
    safe: {
      ja: '輸出用の弱い暗号方式（EXPORT）は受け入れられません',
      en: 'Weakened export cipher suites (EXPORT) are refused',
    },
    vulnerable: {
      ja: '輸出用の弱い暗号方式（EXPORT）が受け入れられます',
      en: 'Weakened export cipher suites (EXPORT) are accepted',
    },
    why: {
      ja: 'EXPORT は、1990 年代の米国の輸出規制に合わせてわざと弱く作られた暗号方式です。いまでは短時間で解読でき、攻撃者が通信をこの方式に切り替えさせる手口（FREAK、Logjam）も知られています。',
      en: 'EXPORT suites were weakened on purpose to satisfy United States export rules of the 1990s. They are broken in short time today, and attacks that force a connection down to them are known (FREAK, Logjam).',
    },
  },
  action: 'tls-settings',
  fixes: cipherFixes,
  references: ['https://www.rfc-editor.org/rfc/rfc9325#section-4.1', rfc9325, ipaTlsGuideline],
  detect: (evidence) => familyAccepted(evidence['tls-hello'], 'export', 'critical'),
});
