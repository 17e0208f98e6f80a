import type { Check } from '../check.ts';
import { closeFixes } from './close-fixes.ts';

/** Of the services that came with inetd and its likes, all at once. */
export function smallServiceFixes(port: number): Check['fixes'] {
  return closeFixes(
    port,
    {
      ja: `この機能を止め、TCP と UDP の ${port} 番を閉じます。`,
      en: `Switch the service off and close TCP and UDP ${port}.`,
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
  );
}
