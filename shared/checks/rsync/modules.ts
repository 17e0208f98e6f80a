import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { judgeReply } from '../exposed/replies.ts';
import { safe } from '../verdicts.ts';

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
  fixes: closeFixes(
    873,
    {
      ja: 'rsync は SSH を通して使い、TCP 873 番を閉じます。開けておく場合は、接続元を限り、各モジュールに認証を付け、一覧を隠します。',
      en: 'Use rsync through SSH and close TCP 873. Where it has to stay, limit its sources, protect every module and hide the list.',
    },
    {
      debian: {
        ja: '/etc/rsyncd.conf の各モジュールに次を加え（192.0.2.0/24 を読み替えます）、systemctl restart rsync を実行します。',
        en: 'Add this to every module of /etc/rsyncd.conf (put your own in place of 192.0.2.0/24) and run systemctl restart rsync.',
        snippet:
          'list = no\nauth users = backup\nsecrets file = /etc/rsyncd.secrets\nhosts allow = 192.0.2.0/24',
      },
    },
  ),
  references: ['https://download.samba.org/pub/rsync/rsyncd.conf.5'],
  detect: ({ 'service-reply': replies }) =>
    judgeReply(replies, 'rsync', ({ count }, accuse) => (Number(count) > 0 ? accuse() : safe), 'list'),
});
