import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { judgeLocalNames } from './local-names.ts';
import { rfc4795 } from './references.ts';

export const llmnrExposed = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'medium',
  text: {
    safe: { ja: 'LLMNR は外部に応答しません', en: 'LLMNR does not answer from outside' },
    vulnerable: { ja: 'LLMNR がインターネットから応答します', en: 'LLMNR answers from the Internet' },
    why: {
      ja: 'Windows の機器の名前（LLMNR）は同じ部屋の中で使うための仕組みで、外部に答えると、機器の名前や動いているサービスの一覧が誰にでも分かります。送信元を偽った攻撃の踏み台にもなります。',
      en: 'LLMNR is meant for machines in one room. Answering outside, it tells anyone the name of the machine and what runs on it, and serves attacks with forged source addresses.',
    },
  },
  action: 'close-service',
  fixes: fixList(
    'dig @{host} -p 5355 -x {host} +notcp +tries=1',
    {
      ja: 'ファイアウォールで外部からの UDP 5355 番を閉じます。',
      en: 'Close UDP port 5355 to the outside in the firewall.',
    },
    {
      'windows-server': {
        ja: '管理者の PowerShell で LLMNR を無効にします。',
        en: 'Disable LLMNR in an administrator PowerShell.',
        snippet:
          'New-Item -Path "HKLM:\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\DNSClient" -Force\nSet-ItemProperty -Path "HKLM:\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\DNSClient" -Name EnableMulticast -Value 0 -Type DWord',
      },
    },
  ),
  references: [rfc4795],
  detect: ({ 'dns-answers': evidence }) => judgeLocalNames(evidence, 'llmnr'),
});
