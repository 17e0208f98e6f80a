import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { acceptsOldEncryption } from './security.ts';

export const rdpStdRdpSecurity = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'リモートデスクトップは、独自の古い暗号を使いません',
      en: 'Remote Desktop does not use its own old encryption',
    },
    vulnerable: {
      ja: 'リモートデスクトップが、独自の古い暗号（標準 RDP セキュリティ）を受け付けます',
      en: 'Remote Desktop accepts its own old encryption (standard RDP security)',
    },
    why: {
      ja: 'サーバーが本物かを確かめられない古い暗号です。通信の途中に割り込んだ者が、入力したパスワードや画面を読めます。',
      en: 'It cannot tell whether the server is the real one: someone in between reads passwords and screens.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(
    3389,
    {
      ja: 'TCP 3389 番をインターネットに対して閉じ、多要素認証のある VPN を通します。あわせてネットワークレベル認証（NLA）と TLS を必須にします。',
      en: 'Close TCP 3389 to the Internet and go through a VPN with multi-factor authentication; also require network level authentication (NLA) and TLS.',
    },
    {
      'windows-server': {
        ja: '管理者の PowerShell で次を実行し、再起動します。',
        en: 'Run this in an administrator PowerShell and restart.',
        snippet:
          '$key = "HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp"\nSet-ItemProperty $key -Name UserAuthentication -Value 1\nSet-ItemProperty $key -Name SecurityLayer -Value 2',
      },
      debian: {
        ja: 'xrdp では /etc/xrdp/xrdp.ini に次を書き、systemctl restart xrdp を実行します。NLA には対応しないため、接続元を限るか VPN を通します。',
        en: 'With xrdp put this into /etc/xrdp/xrdp.ini and run systemctl restart xrdp. It has no NLA: limit its sources or use a VPN.',
        snippet: 'security_layer=tls\ncrypt_level=high',
      },
    },
  ),
  references: [
    'https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-rdpbcgr/b2975bdc-6d56-49ee-9c57-f2ff3a0b6817',
    'https://www.jpcert.or.jp/at/2019/at190023.html',
  ],
  detect: ({ 'service-reply': replies }) => acceptsOldEncryption(replies),
});
