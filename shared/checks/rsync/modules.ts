import { defineCheck } from '../check.ts';
import { judgeReply } from '../exposed/replies.ts';
import { safe } from '../verdicts.ts';
import { rsyncFixes } from './fixes.ts';

export const rsyncModules = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'medium',
  text: {
    safe: { ja: 'rsync のモジュールの一覧は見えません', en: 'The list of rsync modules cannot be seen' },
    vulnerable: {
      ja: 'rsync のモジュールの一覧が外部から見えます',
      en: 'The list of rsync modules can be seen from the Internet',
    },
    why: {
      ja: 'ファイルの同期に使う場所の名前が、誰にでも見えます。バックアップやホームページの置き場が分かり、次の攻撃の手がかりになります。',
      en: 'The names of the places that are synchronised are shown to anyone. They tell where backups and the website are kept, and guide the next attack.',
    },
  },
  action: 'close-service',
  fixes: rsyncFixes,
  references: ['https://download.samba.org/pub/rsync/rsyncd.conf.5'],
  detect: ({ 'service-reply': replies }) =>
    judgeReply(replies, 'rsync', ({ count }, accuse) => (Number(count) > 0 ? accuse() : safe), 'list'),
});
