import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { confirmTls } from './fixes.ts';
import { intolerant } from './intolerance.ts';

export const greaseIntolerance = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'info',
  text: {
    safe: {
      ja: '未知の値（GREASE）を含む接続にも応じます',
      en: 'Hellos with reserved values (GREASE) are answered',
    },
    vulnerable: {
      ja: '未知の値（GREASE）を含む接続に応じません',
      en: 'Hellos with reserved values (GREASE) are not answered',
    },
    why: {
      ja: 'いまのブラウザーは、将来の拡張に備えて意味のない値（GREASE）を混ぜて接続します。これを嫌う装置があると、一部の利用者だけが接続できないという、原因の分かりにくい障害が起きます。',
      en: 'Browsers of today mix meaningless values (GREASE) into their hellos to keep servers tolerant. A device that dislikes them causes failures for some users that are hard to explain.',
    },
  },
  action: 'tls-settings',
  fixes: fixList(
    confirmTls,
    {
      ja: 'サーバー、または手前にある負荷分散装置やファイアウォールのソフトウェアを更新します。更新できない場合は、製造元に「GREASE（RFC 8701）」への対応を問い合わせます。',
      en: 'Update the software of the server, or of the load balancer or firewall in front of it. Where there is no update, ask the vendor about “GREASE, RFC 8701”.',
    },
    {
      'f5-bigip': {
        ja: 'TMOS を保守が続いている版に更新します。',
        en: 'Update TMOS to a maintained version.',
      },
    },
  ),
  references: ['https://www.rfc-editor.org/rfc/rfc8701'],
  detect: ({ 'tls-hello': hello }) => intolerant(hello, 'grease'),
});
