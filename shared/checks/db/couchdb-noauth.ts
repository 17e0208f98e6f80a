import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { judgeInterface } from '../exposed/web-interfaces.ts';
import { unguardedStore } from '../exposed/why.ts';

export const couchdbNoauth = defineCheck({
  version: 1,
  needs: ['web-gear'],
  severity: 'critical',
  text: {
    safe: { ja: 'CouchDB は、利用者を確かめてから応じています', en: 'CouchDB asks who one is' },
    vulnerable: {
      ja: 'CouchDB が、誰でも認証なしで使えます',
      en: 'CouchDB can be used by anyone without authentication',
    },
    why: unguardedStore,
  },
  action: 'close-service',
  fixes: closeFixes(5984, {
    ja: 'CouchDB は同じサーバーか決まったサーバーからだけ使えるようにし（local.ini の bind_address と require_valid_user = true）、パスワードを設定し、インターネット側のファイアウォールで 5984 番を閉じます。',
    en: 'Let CouchDB be reached only from its own or named servers (bind_address and require_valid_user = true in local.ini), set a password, and close port 5984 at the Internet firewall.',
  }),
  references: ['https://docs.couchdb.org/en/stable/intro/security.html'],
  detect: ({ 'web-gear': web }) =>
    judgeInterface(web, {
      path: '/_all_dbs',
      open: /^\s*\[\s*(?:"|\])/,
      protectedBy: /unauthorized|CouchDB/i,
    }),
});
