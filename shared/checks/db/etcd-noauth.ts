import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { judgeInterface } from '../exposed/web-interfaces.ts';
import { unguardedStore } from '../exposed/why.ts';

export const etcdNoauth = defineCheck({
  version: 1,
  needs: ['web-gear'],
  severity: 'critical',
  text: {
    safe: { ja: 'etcd は、利用者を確かめてから応じています', en: 'etcd asks who one is' },
    vulnerable: {
      ja: 'etcd が、誰でも認証なしで使えます',
      en: 'etcd can be used by anyone without authentication',
    },
    why: unguardedStore,
  },
  action: 'close-service',
  fixes: closeFixes(2379, {
    ja: 'etcd は同じサーバーか決まったサーバーからだけ使えるようにし（--listen-client-urls と --client-cert-auth）、パスワードを設定し、インターネット側のファイアウォールで 2379 番を閉じます。',
    en: 'Let etcd be reached only from its own or named servers (--listen-client-urls and --client-cert-auth), set a password, and close port 2379 at the Internet firewall.',
  }),
  references: ['https://etcd.io/docs/latest/op-guide/security/'],
  detect: ({ 'web-gear': web }) =>
    judgeInterface(web, { path: '/v2/auth/enable', open: /^\s*\{\s*"enabled"\s*:\s*false/ }),
});
