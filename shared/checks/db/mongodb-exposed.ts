import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { reachable } from '../exposed/reachable.ts';

export const mongodbExposed = defineCheck({
  version: 1,
  needs: ['ports'],
  severity: 'medium',
  text: {
    safe: { ja: 'MongoDB は外部に公開されていません', en: 'MongoDB cannot be reached from the Internet' },
    vulnerable: { ja: 'MongoDB が外部に公開されています', en: 'MongoDB can be reached from the Internet' },
    why: {
      ja: 'MongoDB に世界中から接続でき、パスワードの試行や、公表された弱点を使った攻撃を受けます。内部のサーバーだけが使うもので、公開する理由はありません。',
      en: 'Anyone in the world may connect to MongoDB, try passwords and use published flaws. Only servers inside need it; there is no reason to leave it open.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(27017, {
    ja: 'MongoDB は同じサーバーか決まったサーバーからだけ使えるようにし、インターネット側のファイアウォールで 27017 番を閉じます。',
    en: 'Let MongoDB be reached only from its own or named servers, and close port 27017 at the Internet firewall.',
  }),
  references: ['https://www.mongodb.com/docs/manual/administration/security-checklist/'],
  detect: ({ ports }) => reachable(ports, { services: ['mongodb', 'mongod'], ports: [27017] }),
});
