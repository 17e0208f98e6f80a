import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { confirmTls } from '../fixes.ts';
import { intolerant } from '../intolerance.ts';

export const versionIntolerance = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'low',
  text: {
    safe: {
      ja: '新しい版の TLS を知らせる接続にも正しく応じます',
      en: 'Connections that announce newer TLS versions are answered',
    },
    vulnerable: {
      ja: '新しい版の TLS を知らせる接続に応じません',
      en: 'Connections that announce unknown TLS versions are not answered',
    },
    why: {
      ja: 'このサーバー（または手前の装置）は、知らない版の番号や拡張を見ると接続を切ってしまいます。将来のブラウザーから接続できなくなったり、ブラウザーが古い版で接続し直して保護が弱まったりします。',
      en: 'The server, or a device in front of it, drops connections that carry a version or extension it does not know. Browsers of the future may fail to connect, or fall back to older versions with weaker protection.',
    },
  },
  action: 'tls-settings',
  fixes: fixList(
    confirmTls,
    {
      ja: 'サーバー、または手前にある負荷分散装置やファイアウォールのソフトウェアを更新します。更新できない場合は、製造元に「TLS の版と拡張の許容（RFC 8701）」への対応を問い合わせます。',
      en: 'Update the software of the server, or of the load balancer or firewall in front of it. Where there is no update, ask the vendor about “tolerance of unknown TLS versions and extensions, RFC 8701”.',
    },
    {
      'f5-bigip': {
        ja: 'TMOS を保守が続いている版に更新します。',
        en: 'Update TMOS to a maintained version.',
      },
    },
  ),
  references: [
    'https://www.rfc-editor.org/rfc/rfc8701',
    'https://www.rfc-editor.org/rfc/rfc8446#section-4.1.2',
  ],
  detect: ({ 'tls-hello': hello }) => intolerant(hello, 'grease'),
});
