import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { answersAtAll } from '../exposed/replies.ts';

export const openTftp = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'medium',
  text: {
    safe: { ja: 'TFTP は外部に応答しません', en: 'TFTP does not answer the Internet' },
    vulnerable: { ja: 'TFTP が外部に応答しています', en: 'TFTP answers the Internet' },
    why: {
      ja: 'TFTP は相手を確かめずにファイルを渡す仕組みです。ネットワーク機器の設定やファームウェアの置き場に使われることが多く、名前を知られると設定ファイルを持ち出されます。',
      en: 'TFTP hands out files without asking who wants them. It often holds settings and firmware of network gear: whoever guesses a name carries the settings off.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(
    69,
    {
      ja: 'TFTP を止めるか、機器の管理用の回線からだけ届くようにします。',
      en: 'Stop TFTP, or let it be reached from the management network alone.',
    },
    {
      debian: {
        ja: '使っていなければ止めます。',
        en: 'Stop it where it is not used.',
        snippet: 'systemctl disable --now tftpd-hpa',
      },
      'cisco-ios': {
        ja: '設定モードで tftp-server の行をすべて消します。',
        en: 'Remove every tftp-server line in configuration mode.',
        snippet: 'no tftp-server flash:',
      },
    },
    'udp',
  ),
  references: [
    'https://www.rfc-editor.org/rfc/rfc1350',
    'https://www.cisa.gov/news-events/alerts/2014/01/17/udp-based-amplification-attacks',
  ],
  detect: ({ 'service-reply': replies }) => answersAtAll(replies, 'tftp'),
});
