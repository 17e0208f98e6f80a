import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { openToAnyone } from '../exposed/replies.ts';
import { unguardedStore } from '../exposed/why.ts';

export const mongodbNoauth = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'critical',
  text: {
    safe: {
      ja: 'MongoDB は、パスワードなしの利用を断っています',
      en: 'MongoDB refuses use without a password',
    },
    vulnerable: {
      ja: 'MongoDB が、誰でもパスワードなしで使えます',
      en: 'MongoDB can be used by anyone without a password',
    },
    why: unguardedStore,
  },
  action: 'close-service',
  fixes: closeFixes(
    27017,
    {
      ja: 'MongoDB は同じサーバーか決まったサーバーからだけ使えるようにし（mongod.conf の bindIp と authorization: enabled）、パスワードを設定し、インターネット側のファイアウォールで 27017 番を閉じます。',
      en: 'Let MongoDB be reached only from its own or named servers (bindIp and authorization: enabled in mongod.conf), set a password, and close port 27017 at the Internet firewall.',
    },
    {
      debian: {
        ja: '/etc/mongod.conf に次を書き、利用者を作ってから systemctl restart mongod を実行します。',
        en: 'Put this into /etc/mongod.conf, create users, and run systemctl restart mongod.',
        snippet: 'net:\n  bindIp: 127.0.0.1\nsecurity:\n  authorization: enabled',
      },
    },
  ),
  references: ['https://www.mongodb.com/docs/manual/administration/security-checklist/'],
  detect: ({ 'service-reply': replies }) => openToAnyone(replies, 'mongodb'),
});
