import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
import { answersAtAll } from './replies.ts';

export const l2tp = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'medium',
  text: {
    safe: { ja: '暗号化されない L2TP は公開されていません', en: 'L2TP without encryption cannot be reached' },
    vulnerable: {
      ja: '暗号化されていない L2TP が公開されています',
      en: 'L2TP can be reached without encryption',
    },
    why: {
      ja: 'L2TP は IPsec で包んで使うものですが、包まないままの接続にも答えます。そのまま使うと、パスワードと通信の内容が読まれます。',
      en: 'L2TP is to be wrapped in IPsec, but connections that are not wrapped are answered as well. Passwords and traffic could be read.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(
    1701,
    {
      ja: 'UDP 1701 番は IPsec を通ったものだけを受け付け、ほかを捨てます。できれば IKEv2 に替えます。',
      en: 'Accept UDP 1701 through IPsec alone and drop the rest; better, move to IKEv2.',
    },
    {
      debian: {
        ja: 'IPsec を通らない L2TP を捨てます。',
        en: 'Drop L2TP that did not come through IPsec.',
        snippet: 'iptables -A INPUT -p udp --dport 1701 -m policy --dir in --pol none -j DROP',
      },
      'yamaha-rtx': {
        ja: 'IPsec を通らない L2TP を外部から受け付けないよう、受信フィルターで拒否します。',
        en: 'Reject L2TP from outside that did not come through IPsec.',
        snippet: 'ip filter 200091 reject * * udp * 1701',
      },
    },
    'udp',
  ),
  references: ['https://www.rfc-editor.org/rfc/rfc3193', 'https://www.rfc-editor.org/rfc/rfc2661'],
  detect: ({ 'service-reply': replies }) => answersAtAll(replies, 'l2tp'),
});
