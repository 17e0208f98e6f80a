import { defineCheck } from '../../check.ts';
import { versionFixes } from '../fixes.ts';
import { newestRefused } from '../newest-refused.ts';
import { ipaTlsGuideline, rfc9325 } from '../references.ts';

export const noTls13 = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'low',
  text: {
    safe: { ja: 'TLS 1.3 で接続できます', en: 'TLS 1.3 can be used' },
    vulnerable: { ja: 'TLS 1.3 で接続できません', en: 'TLS 1.3 cannot be used' },
    why: {
      ja: 'TLS 1.3 は 2018 年からある最新の暗号化の方式で、弱い方式を選べないように作られています。TLS 1.2 も正しく設定すれば安全ですが、設定の誤りが起きやすく、接続にも時間がかかります。次の更新の機会に使えるようにします。',
      en: 'TLS 1.3, the current version since 2018, leaves no weak choices. TLS 1.2 is safe when configured well, but easier to get wrong and slower to connect. Make TLS 1.3 available at the next update.',
    },
  },
  action: 'tls-settings',
  fixes: versionFixes,
  references: ['https://www.rfc-editor.org/rfc/rfc8446', rfc9325, ipaTlsGuideline],
  detect: ({ 'tls-hello': hello }) => newestRefused(hello, ['TLSv1.3'], 'low'),
});
