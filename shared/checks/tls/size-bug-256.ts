import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { confirmTls } from './fixes.ts';
import { intolerant } from './intolerance.ts';

export const sizeBug256 = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'info',
  text: {
    safe: { ja: '接続の最初のメッセージの長さによらず応じます', en: 'Hellos of every length are answered' },
    vulnerable: {
      ja: '256～511 バイトの最初のメッセージに応じません',
      en: 'Hellos of 256 to 511 bytes are not answered',
    },
    why: {
      ja: '古い負荷分散装置には、接続の最初のメッセージが 256～511 バイトのときに止まってしまう不具合があります。利用者のブラウザーによって、つながったりつながらなかったりします。',
      en: 'Old load balancers hang when the first message of a connection has 256 to 511 bytes. Whether residents can connect then depends on their browser.',
    },
  },
  action: 'tls-settings',
  fixes: fixList(
    confirmTls,
    {
      ja: 'サーバー、または手前にある負荷分散装置やファイアウォールのソフトウェアを更新します。更新できない場合は、製造元に「ClientHello の長さ（RFC 7685）」への対応を問い合わせます。',
      en: 'Update the software of the server, or of the load balancer or firewall in front of it. Where there is no update, ask the vendor about “ClientHello length, RFC 7685”.',
    },
    {
      'f5-bigip': {
        ja: 'TMOS を保守が続いている版に更新します。',
        en: 'Update TMOS to a maintained version.',
      },
    },
  ),
  references: ['https://www.rfc-editor.org/rfc/rfc7685'],
  detect: ({ 'tls-hello': hello }) => intolerant(hello, 'size'),
});
