import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { judgeInterface } from '../exposed/web-interfaces.ts';
import { unguardedStore } from '../exposed/why.ts';

export const elasticsearchNoauth = defineCheck({
  version: 1,
  needs: ['web-gear'],
  severity: 'critical',
  text: {
    safe: {
      ja: 'Elasticsearch／OpenSearch は、利用者を確かめてから応じています',
      en: 'Elasticsearch or OpenSearch asks who one is',
    },
    vulnerable: {
      ja: 'Elasticsearch／OpenSearch が、誰でも認証なしで使えます',
      en: 'Elasticsearch or OpenSearch can be used by anyone without authentication',
    },
    why: unguardedStore,
  },
  action: 'close-service',
  fixes: closeFixes(9200, {
    ja: 'Elasticsearch は同じサーバーか決まったサーバーからだけ使えるようにし（elasticsearch.yml の network.host: 127.0.0.1 と xpack.security.enabled: true）、パスワードを設定し、インターネット側のファイアウォールで 9200 番を閉じます。',
    en: 'Let Elasticsearch be reached only from its own or named servers (network.host: 127.0.0.1 and xpack.security.enabled: true in elasticsearch.yml), set a password, and close port 9200 at the Internet firewall.',
  }),
  references: ['https://www.elastic.co/docs/deploy-manage/security'],
  detect: ({ 'web-gear': web }) =>
    judgeInterface(web, {
      path: '/',
      open: /"tagline"\s*:\s*"(?:You Know, for Search|The OpenSearch Project)/,
      protectedBy: /security_exception|WWW-Authenticate/i,
    }),
});
