import { defineCheck } from '../../check.ts';
import { familyAccepted } from '../family-accepted.ts';
import { cipherFixes } from '../fixes.ts';
import { ipaTlsGuideline, rfc9325 } from '../references.ts';

export const idea = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'medium',
  text: {
    safe: { ja: '古い暗号方式 IDEA は受け入れられません', en: 'The dated cipher suites of IDEA are refused' },
    vulnerable: {
      ja: '古い暗号方式 IDEA が受け入れられます',
      en: 'The dated cipher suites of IDEA are accepted',
    },
    why: {
      ja: 'IDEA は一度に 64 ビットずつしか暗号化しない古い方式で、2006 年の TLS 1.2 から外されました。大量のデータを送ると内容の一部を推測されるおそれがあり、いまのブラウザーでは使われていません。',
      en: 'IDEA encrypts only 64 bits at a time and was removed from TLS 1.2. When very much data is sent, parts of it can be worked out, and no browser of today uses it.',
    },
  },
  action: 'tls-settings',
  fixes: cipherFixes,
  references: ['https://www.rfc-editor.org/rfc/rfc5469', rfc9325, ipaTlsGuideline],
  detect: ({ 'tls-hello': hello }) => familyAccepted(hello, 'idea', 'medium'),
});
