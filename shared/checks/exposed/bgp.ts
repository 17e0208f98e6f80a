import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
import { answersAtAll } from './replies.ts';

export const bgp = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'medium',
  text: {
    safe: {
      ja: '経路交換（BGP）は外部に応答しません',
      en: 'Route exchange (BGP) does not answer the Internet',
    },
    vulnerable: {
      ja: '経路交換（BGP）が、知らない相手に応答しています',
      en: 'Route exchange (BGP) answers strangers',
    },
    why: {
      ja: 'ルーターが経路を交換するための入口です。知らない相手と話すと、接続を使い切られて通信が止まったり、ソフトウェアの弱点を使われたりします。',
      en: 'Routers exchange routes there. One that talks to strangers can be kept busy until traffic stops, or be attacked by flaws of its software.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(
    179,
    {
      ja: 'BGP は契約した相手のアドレスからだけ届くようにし（GTSM と TCP-AO か MD5 を使います）、ほかからの TCP 179 番を捨てます。',
      en: 'Let only your peers’ addresses reach BGP (with GTSM and TCP-AO or MD5), and drop TCP 179 from everyone else.',
    },
    {
      'cisco-ios': {
        ja: '隣接ルーターごとに GTSM を設定し、受信アクセスリストで限ります。',
        en: 'Set GTSM for each neighbour, and limit it by the inbound access list.',
        snippet: 'router bgp 64512\n neighbor 192.0.2.1 ttl-security hops 1',
      },
    },
  ),
  references: ['https://www.rfc-editor.org/rfc/rfc7454#section-5', 'https://www.rfc-editor.org/rfc/rfc5082'],
  detect: ({ 'service-reply': replies }) => answersAtAll(replies, 'bgp'),
});
