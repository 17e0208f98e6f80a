import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { judgeReply } from '../exposed/replies.ts';

export const ipmiExposed = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'high',
  text: {
    safe: {
      ja: 'サーバーの遠隔管理（IPMI）は外部に応答しません',
      en: 'Remote server management (IPMI) does not answer the Internet',
    },
    vulnerable: {
      ja: 'サーバーの遠隔管理（IPMI）が外部に応答しています',
      en: 'Remote server management (IPMI) answers the Internet',
    },
    why: {
      ja: '電源の操作や OS の入れ替えまでできる、サーバーの裏口です。仕組みそのものに弱点があり、乗っ取られるとサーバーのすべてを失います。',
      en: 'It is a back door that switches the power and replaces the operating system. Its design is weak, and whoever takes it over owns the server.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(
    623,
    {
      ja: 'IPMI（iDRAC、iLO、XCC などの遠隔管理）は、業務の回線から分けた管理用の回線だけにつなぎ、UDP 623 番を閉じます。使わなければ無効にし、ファームウェアを最新にします。',
      en: 'Connect IPMI (iDRAC, iLO, XCC and the like) to a management network of its own and close UDP 623. Switch it off where it is not used, and update its firmware.',
    },
    {
      debian: {
        ja: 'サーバー自身から、使わない管理チャネルを止めます。',
        en: 'Switch the channel off from the server itself where it is not used.',
        snippet: 'ipmitool lan set 1 access off',
      },
    },
    'udp',
  ),
  references: [
    'https://www.cisa.gov/news-events/alerts/2013/07/26/risks-using-intelligent-platform-management-interface-ipmi',
    'https://www.intel.com/content/www/us/en/products/docs/servers/ipmi/ipmi-second-gen-interface-spec-v2-rev1-1.html',
  ],
  detect: ({ 'service-reply': replies }) =>
    judgeReply(replies, 'ipmi', (_, accuse) => accuse(), 'auth-capabilities'),
});
