import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { reachable } from '../exposed/reachable.ts';

export const redisExposed = defineCheck({
  version: 1,
  needs: ['ports'],
  severity: 'medium',
  text: {
    safe: { ja: 'Redis は外部に公開されていません', en: 'Redis cannot be reached from the Internet' },
    vulnerable: { ja: 'Redis が外部に公開されています', en: 'Redis can be reached from the Internet' },
    why: {
      ja: 'Redis に世界中から接続でき、パスワードの試行や、公表された弱点を使った攻撃を受けます。内部のサーバーだけが使うもので、公開する理由はありません。',
      en: 'Anyone in the world may connect to Redis, try passwords and use published flaws. Only servers inside need it; there is no reason to leave it open.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(6379, {
    ja: 'Redis は同じサーバーか決まったサーバーからだけ使えるようにし、インターネット側のファイアウォールで 6379 番を閉じます。',
    en: 'Let Redis be reached only from its own or named servers, and close port 6379 at the Internet firewall.',
  }),
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  detect: ({ ports }) => reachable(ports, { services: ['redis'], ports: [6379] }),
});
