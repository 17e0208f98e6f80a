import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { answersAtAll } from '../exposed/replies.ts';

export const windowsNetbiosNsExposed = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'NetBIOS の名前の問い合わせには外部から答えません',
      en: 'NetBIOS name queries from outside are not answered',
    },
    vulnerable: {
      ja: 'NetBIOS の名前の問い合わせに外部から答えます',
      en: 'NetBIOS name queries from outside are answered',
    },
    why: {
      ja: 'パソコンの名前、所属するドメイン、ネットワークカードの番号が誰にでも分かります。攻撃の下調べに使われ、大量通信の増幅にも使われます。',
      en: 'Anyone learns the machine’s name, its domain and its network card’s number. It serves reconnaissance, and amplifies floods.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(
    137,
    {
      ja: 'UDP 137 番と 138 番、TCP 139 番をインターネット側で閉じ、NetBIOS over TCP/IP を無効にします。',
      en: 'Close UDP 137 and 138 and TCP 139 towards the Internet, and disable NetBIOS over TCP/IP.',
    },
    {
      'windows-server': {
        ja: '管理者の PowerShell で NetBIOS over TCP/IP を無効にします。',
        en: 'Disable NetBIOS over TCP/IP in an administrator PowerShell.',
        snippet:
          'Get-CimInstance Win32_NetworkAdapterConfiguration -Filter "IPEnabled=TRUE" | Invoke-CimMethod -MethodName SetTcpipNetbios -Arguments @{TcpipNetbiosOptions=2}',
      },
      debian: {
        ja: 'Samba の NetBIOS を止めます。',
        en: 'Stop Samba’s NetBIOS.',
        snippet: 'systemctl disable --now nmbd',
      },
    },
    'udp',
  ),
  references: [
    'https://www.rfc-editor.org/rfc/rfc1002#section-4.2.17',
    'https://www.cisa.gov/news-events/alerts/2014/01/17/udp-based-amplification-attacks',
  ],
  detect: ({ 'service-reply': replies }) => answersAtAll(replies, 'netbios-ns'),
});
