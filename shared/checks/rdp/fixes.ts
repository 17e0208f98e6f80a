import { closeFixes } from '../exposed/close-fixes.ts';

/** Behind a VPN, with CredSSP and TLS. */
export const rdpSecurityFixes = closeFixes(
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
);
