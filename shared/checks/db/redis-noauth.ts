import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { openToAnyone } from '../exposed/replies.ts';
import { unguardedStore } from '../exposed/why.ts';

export const redisNoauth = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'critical',
  text: {
    safe: { ja: 'Redis は、パスワードなしの利用を断っています', en: 'Redis refuses use without a password' },
    vulnerable: {
      ja: 'Redis が、誰でもパスワードなしで使えます',
      en: 'Redis can be used by anyone without a password',
    },
    why: unguardedStore,
  },
  action: 'close-service',
  fixes: closeFixes(
    6379,
    {
      ja: 'Redis は同じサーバーか決まったサーバーからだけ使えるようにし（bind 127.0.0.1 と requirepass）、パスワードを設定し、インターネット側のファイアウォールで 6379 番を閉じます。',
      en: 'Let Redis be reached only from its own or named servers (bind 127.0.0.1 and requirepass), set a password, and close port 6379 at the Internet firewall.',
    },
    {
      debian: {
        ja: '/etc/redis/redis.conf に次を書き（… は長い文字列に読み替えます）、systemctl restart redis-server を実行します。',
        en: 'Put this into /etc/redis/redis.conf (a long string in place of …) and run systemctl restart redis-server.',
        snippet: 'bind 127.0.0.1 -::1\nprotected-mode yes\nrequirepass …',
      },
      rhel: {
        ja: '/etc/redis/redis.conf に次を書き（… は長い文字列に読み替えます）、systemctl restart redis を実行します。',
        en: 'Put this into /etc/redis/redis.conf (a long string in place of …) and run systemctl restart redis.',
        snippet: 'bind 127.0.0.1 -::1\nprotected-mode yes\nrequirepass …',
      },
    },
  ),
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  detect: ({ 'service-reply': replies }) => openToAnyone(replies, 'redis'),
});
