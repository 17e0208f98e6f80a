import { defineCheck } from '../check.ts';
import { judgeReply } from '../exposed/replies.ts';
import { ipmiFixes, ipmiReferences } from './fixes.ts';

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
  fixes: ipmiFixes({
    ja: 'サーバー自身から、使わない管理チャネルを止めます。',
    en: 'Switch the channel off from the server itself where it is not used.',
    snippet: 'ipmitool lan set 1 access off',
  }),
  references: ipmiReferences,
  detect: ({ 'service-reply': replies }) =>
    judgeReply(replies, 'ipmi', (_, accuse) => accuse(), 'auth-capabilities'),
});
