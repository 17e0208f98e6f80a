import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
import { judgeReply } from './replies.ts';
import { smallService } from './why.ts';

export const qotd = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'medium',
  text: {
    safe: { ja: 'qotd は外部に応答しません', en: 'qotd does not answer the Internet' },
    vulnerable: {
      ja: '古い試験用の機能（qotd）が外部に応答しています',
      en: 'An old test service (qotd) answers the Internet',
    },
    why: smallService,
  },
  action: 'close-service',
  fixes: closeFixes(
    17,
    {
      ja: 'この機能を止め、TCP と UDP の 17 番を閉じます。',
      en: 'Switch the service off and close TCP and UDP 17.',
    },
    {
      'cisco-ios': {
        ja: '設定モードで次を実行し、write memory で保存します。',
        en: 'Run this in configuration mode and save with write memory.',
        snippet: 'no service tcp-small-servers\nno service udp-small-servers',
      },
      debian: {
        ja: '/etc/inetd.conf で該当の行の先頭に # を付け、systemctl restart inetutils-inetd を実行します。',
        en: 'Put # before its lines in /etc/inetd.conf and run systemctl restart inetutils-inetd.',
      },
      'windows-server': {
        ja: '管理者の PowerShell で簡易 TCP/IP サービスを削除します。',
        en: 'Remove Simple TCP/IP Services in an administrator PowerShell.',
        snippet: 'Remove-WindowsFeature Simple-TCPIP',
      },
    },
  ),
  references: [
    'https://www.rfc-editor.org/rfc/rfc865',
    'https://www.cisa.gov/news-events/alerts/2014/01/17/udp-based-amplification-attacks',
  ],
  detect: ({ 'service-reply': replies }) =>
    judgeReply(replies, 'qotd', (_, accuse) => accuse({ confidence: 'inferred' })),
});
