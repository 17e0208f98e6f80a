import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { reachable } from '../exposed/reachable.ts';

export const smbExposed = defineCheck({
  version: 1,
  needs: ['ports'],
  severity: 'high',
  text: {
    safe: {
      ja: 'Windows のファイル共有（SMB）は外部に公開されていません',
      en: 'Windows file sharing (SMB) cannot be reached from the Internet',
    },
    vulnerable: {
      ja: 'Windows のファイル共有（SMB）が外部に公開されています',
      en: 'Windows file sharing (SMB) can be reached from the Internet',
    },
    why: {
      ja: 'ファイル共有は庁内で使うためのもので、WannaCry をはじめとする自動感染型のマルウェアがインターネット越しに狙い続けています。庁内のファイルが暗号化されたり盗まれたりする入口になります。',
      en: 'File sharing is meant for the office. Malware that spreads by itself, WannaCry among it, keeps attacking it across the Internet, and files may be encrypted or stolen through it.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(445, {
    ja: 'インターネット側のファイアウォールで TCP 445 番と 139 番を閉じます。外部とのファイルの受け渡しには、VPN か専用のサービスを使います。',
    en: 'Close TCP 445 and 139 at the Internet firewall. To exchange files with others, use a VPN or a service made for it.',
  }),
  references: [
    'https://learn.microsoft.com/en-us/windows-server/storage/file-server/smb-secure-traffic',
    'https://www.jpcert.or.jp/at/2017/at170020.html',
  ],
  detect: ({ ports }) => reachable(ports, { services: ['microsoft-ds', 'netbios-ssn'], ports: [445, 139] }),
});
