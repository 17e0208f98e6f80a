import { defineCheck } from '../../check.ts';
import { familyAccepted } from '../family-accepted.ts';
import { cipherFixes } from '../fixes.ts';
import { ipaTlsGuideline, rfc9325 } from '../references.ts';

export const obsoleteCbc = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'low',
  text: {
    safe: { ja: 'CBC の古い暗号方式は受け入れられません', en: 'Dated cipher suites with CBC are refused' },
    vulnerable: {
      ja: 'CBC の古い暗号方式が受け入れられます',
      en: 'Dated cipher suites with CBC are accepted',
    },
    why: {
      ja: 'CBC という組み立て方の暗号は、実装のわずかな癖から内容を推測する攻撃が何度も見つかっています（BEAST、LUCKY13 など）。すぐに破られるものではありませんが、AES-GCM など新しい方式に置き換えるのが安全です。',
      en: 'Suites built with CBC have again and again been attacked through small habits of their implementations (BEAST, LUCKY13). They are not broken outright, but newer ones such as AES-GCM are safer.',
    },
  },
  action: 'tls-settings',
  fixes: cipherFixes,
  references: [`${rfc9325}#section-4.2`, ipaTlsGuideline],
  detect: ({ 'tls-hello': hello }) => familyAccepted(hello, 'cbc', 'low', 'info'),
});
