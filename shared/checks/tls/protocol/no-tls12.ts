import { defineCheck } from '../../check.ts';
import { versionFixes } from '../fixes.ts';
import { newestRefused } from '../newest-refused.ts';
import { ipaTlsGuideline, rfc9325 } from '../references.ts';

export const noTls12 = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'high',
  text: {
    safe: { ja: 'TLS 1.2 以上で接続できます', en: 'TLS 1.2 or newer can be used' },
    vulnerable: { ja: 'TLS 1.2 以上で接続できません', en: 'Neither TLS 1.2 nor TLS 1.3 can be used' },
    why: {
      ja: 'このサーバーは、廃止された古い暗号化の方式でしか接続できません。いまのブラウザーは接続を断るため、住民がページを開けなかったり、警告が表示されたりします。つながった場合も、通信を盗み見られるおそれがあります。',
      en: 'This server speaks only encryption that has been retired. Browsers of today refuse it, so residents see a warning or no page at all; where it does work, the traffic could be read.',
    },
  },
  action: 'tls-settings',
  fixes: versionFixes,
  references: ['https://www.rfc-editor.org/rfc/rfc8996', rfc9325, ipaTlsGuideline],
  detect: ({ 'tls-hello': hello }) => newestRefused(hello, ['TLSv1.2', 'TLSv1.3'], 'high'),
});
