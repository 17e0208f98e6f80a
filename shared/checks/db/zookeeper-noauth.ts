import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { openToAnyone } from '../exposed/replies.ts';
import { unguardedStore } from '../exposed/why.ts';

export const zookeeperNoauth = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'high',
  text: {
    safe: {
      ja: 'ZooKeeper は、パスワードなしの利用を断っています',
      en: 'ZooKeeper refuses use without a password',
    },
    vulnerable: {
      ja: 'ZooKeeper が、誰でもパスワードなしで使えます',
      en: 'ZooKeeper can be used by anyone without a password',
    },
    why: unguardedStore,
  },
  action: 'close-service',
  fixes: closeFixes(2181, {
    ja: 'ZooKeeper は同じサーバーか決まったサーバーからだけ使えるようにし（zoo.cfg の clientPortAddress）、パスワードを設定し、インターネット側のファイアウォールで 2181 番を閉じます。',
    en: 'Let ZooKeeper be reached only from its own or named servers (clientPortAddress in zoo.cfg), set a password, and close port 2181 at the Internet firewall.',
  }),
  references: ['https://zookeeper.apache.org/doc/current/zookeeperAdmin.html#sc_4lw'],
  detect: ({ 'service-reply': replies }) => openToAnyone(replies, 'zookeeper'),
});
