import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { reachable } from '../exposed/reachable.ts';

export const rdpExposed = defineCheck({
  version: 1,
  needs: ['ports'],
  severity: 'high',
  text: {
    safe: {
      ja: 'リモートデスクトップ（RDP）は外部に公開されていません',
      en: 'Remote Desktop (RDP) cannot be reached from the Internet',
    },
    vulnerable: {
      ja: 'リモートデスクトップ（RDP）が外部に公開されています',
      en: 'Remote Desktop (RDP) can be reached from the Internet',
    },
    why: {
      ja: 'リモートデスクトップは、ランサムウェアの侵入口として最も多く使われてきたものの一つです。世界中からパスワードを試され、ソフトウェアの弱点が見つかればそのまま乗っ取られます。',
      en: 'Remote Desktop is one of the doors ransomware has used most. Passwords are tried from all over the world, and a flaw in the software means the machine is taken over.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(3389, {
    ja: 'インターネット側のファイアウォールで TCP と UDP の 3389 番を閉じ、遠隔の保守は多要素認証のある VPN を通して行います。',
    en: 'Close TCP and UDP 3389 at the Internet firewall, and maintain remotely through a VPN with multi-factor authentication.',
  }),
  references: [
    'https://learn.microsoft.com/en-us/windows-server/remote/remote-desktop-services/rds-plan-access-from-anywhere',
    'https://www.jpcert.or.jp/at/2019/at190023.html',
  ],
  detect: ({ ports }) => reachable(ports, { services: ['ms-wbt-server'], ports: [3389] }),
});
