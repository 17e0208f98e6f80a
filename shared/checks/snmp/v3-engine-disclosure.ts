import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { answersAtAll } from '../exposed/replies.ts';

export const snmpV3EngineDisclosure = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'low',
  text: {
    safe: { ja: 'SNMPv3 は外部に応答しません', en: 'SNMPv3 does not answer the Internet' },
    vulnerable: {
      ja: 'SNMPv3 が機器の識別子と稼働時間を外部に知らせています',
      en: 'SNMPv3 tells the device’s identity and uptime to the Internet',
    },
    why: {
      ja: '製造元、機器の番号、再起動してからの時間が誰にでも分かります。長く再起動していない機器は更新されていないと見られ、狙われやすくなります。',
      en: 'Anyone learns the maker, the device’s number and how long it has run. A device that has not restarted for long is taken for one that is not updated.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(
    161,
    {
      ja: 'SNMP は監視サーバーのアドレスからだけ届くようにし、UDP 161 番を外部に対して閉じます。',
      en: 'Let only the monitoring server’s address reach SNMP, and close UDP 161 to the outside.',
    },
    {
      'cisco-ios': {
        ja: 'SNMP を受け付ける接続元を限ります（192.0.2.10 を監視サーバーに読み替えます）。',
        en: 'Limit who may ask (put your monitoring server in place of 192.0.2.10).',
        snippet: 'ip access-list standard SNMP\n permit 192.0.2.10\nsnmp-server group G v3 priv access SNMP',
      },
      'yamaha-rtx': {
        ja: 'SNMP を受け付ける相手を限ります。',
        en: 'Limit who may ask.',
        snippet: 'snmp host 192.0.2.10\nsnmpv3 host 192.0.2.10 user 1\nsave',
      },
    },
    'udp',
  ),
  references: [
    'https://www.rfc-editor.org/rfc/rfc3414#section-4',
    'https://www.rfc-editor.org/rfc/rfc3411#section-5',
  ],
  detect: ({ 'service-reply': replies }) => answersAtAll(replies, 'snmp-v3'),
});
