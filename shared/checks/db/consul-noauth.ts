import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { judgeInterface } from '../exposed/web-interfaces.ts';
import { unguardedStore } from '../exposed/why.ts';

export const consulNoauth = defineCheck({
  version: 1,
  needs: ['web-gear'],
  severity: 'critical',
  text: {
    safe: { ja: 'Consul は、利用者を確かめてから応じています', en: 'Consul asks who one is' },
    vulnerable: {
      ja: 'Consul が、誰でも認証なしで使えます',
      en: 'Consul can be used by anyone without authentication',
    },
    why: unguardedStore,
  },
  action: 'close-service',
  fixes: closeFixes(8500, {
    ja: 'Consul は同じサーバーか決まったサーバーからだけ使えるようにし（client_addr = "127.0.0.1" と acl の有効化）、パスワードを設定し、インターネット側のファイアウォールで 8500 番を閉じます。',
    en: 'Let Consul be reached only from its own or named servers (client_addr = "127.0.0.1" and acl enabled), set a password, and close port 8500 at the Internet firewall.',
  }),
  references: ['https://developer.hashicorp.com/consul/docs/security/acl'],
  detect: ({ 'web-gear': web }) =>
    judgeInterface(web, {
      path: '/v1/agent/self',
      open: /^\s*\{[\s\S]{0,200}"(?:Config|DebugConfig)"/,
      protectedBy: /Permission denied|ACL|X-Consul/i,
    }),
});
