import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { openToAnyone } from '../exposed/replies.ts';
import { unguardedStore } from '../exposed/why.ts';

export const cassandraNoauth = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'critical',
  text: {
    safe: {
      ja: 'Cassandra は、パスワードなしの利用を断っています',
      en: 'Cassandra refuses use without a password',
    },
    vulnerable: {
      ja: 'Cassandra が、誰でもパスワードなしで使えます',
      en: 'Cassandra can be used by anyone without a password',
    },
    why: unguardedStore,
  },
  action: 'close-service',
  fixes: closeFixes(9042, {
    ja: 'Cassandra は同じサーバーか決まったサーバーからだけ使えるようにし（cassandra.yaml の rpc_address と authenticator: PasswordAuthenticator）、パスワードを設定し、インターネット側のファイアウォールで 9042 番を閉じます。',
    en: 'Let Cassandra be reached only from its own or named servers (rpc_address and authenticator: PasswordAuthenticator in cassandra.yaml), set a password, and close port 9042 at the Internet firewall.',
  }),
  references: ['https://cassandra.apache.org/doc/latest/cassandra/managing/operating/security.html'],
  detect: ({ 'service-reply': replies }) => openToAnyone(replies, 'cassandra'),
});
