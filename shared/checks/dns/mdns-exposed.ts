import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { judgeLocalNames } from './local-names.ts';
import { rfc6762 } from './references.ts';

export const mdnsExposed = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'medium',
  text: {
    safe: { ja: 'mDNS は外部に応答しません', en: 'mDNS does not answer from outside' },
    vulnerable: { ja: 'mDNS がインターネットから応答します', en: 'mDNS answers from the Internet' },
    why: {
      ja: 'Bonjour などの機器の名前（mDNS）は同じ部屋の中で使うための仕組みで、外部に答えると、機器の名前や動いているサービスの一覧が誰にでも分かります。送信元を偽った攻撃の踏み台にもなります。',
      en: 'mDNS is meant for machines in one room. Answering outside, it tells anyone the name of the machine and what runs on it, and serves attacks with forged source addresses.',
    },
  },
  action: 'close-service',
  fixes: fixList(
    'dig @{host} -p 5353 _services._dns-sd._udp.local PTR +notcp +tries=1',
    {
      ja: 'ファイアウォールで外部からの UDP 5353 番を閉じます。',
      en: 'Close UDP port 5353 to the outside in the firewall.',
    },
    {
      debian: {
        ja: '公開サーバーでは avahi を止めます。',
        en: 'Stop avahi on a public server.',
        snippet: 'systemctl disable --now avahi-daemon.socket avahi-daemon',
      },
    },
  ),
  references: [rfc6762],
  detect: ({ 'dns-answers': evidence }) => judgeLocalNames(evidence, 'mdns'),
});
