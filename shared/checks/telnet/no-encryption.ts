import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { judgeReply } from '../exposed/replies.ts';
import { safe, undetermined } from '../verdicts.ts';

export const telnetNoEncryption = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'high',
  text: {
    safe: { ja: 'Telnet は暗号化に対応しています', en: 'Telnet offers encryption' },
    vulnerable: { ja: 'Telnet の通信が暗号化されていません', en: 'Telnet is not encrypted' },
    why: {
      ja: '機器を操作するときの利用者名、パスワード、設定の内容がそのまま流れます。途中で読み取った者は、機器をそのまま乗っ取れます。',
      en: 'User names, passwords and settings typed at the device travel in clear text; whoever reads them can take the device over.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(
    23,
    {
      ja: 'Telnet を止め、SSH で管理します。止められない機器は、管理用の回線か VPN からだけ届くようにします。',
      en: 'Switch Telnet off and administer by SSH, or let it be reached over a management line or VPN only.',
    },
    {
      'cisco-ios': {
        ja: '設定モードで次を実行し、write memory で保存します。SSH で入れることを先に確かめます。',
        en: 'Make sure that SSH works first; then run this in configuration mode and save with write memory.',
        snippet: 'line vty 0 15\n transport input ssh\n end',
      },
    },
  ),
  references: ['https://www.rfc-editor.org/rfc/rfc2946', 'https://www.rfc-editor.org/rfc/rfc854'],
  detect: ({ 'service-reply': replies }) =>
    judgeReply(replies, 'telnet', ({ encryption }, accuse) => {
      if (encryption === 'no') return accuse();
      return encryption === 'yes' ? safe : undetermined('no-proof');
    }),
});
