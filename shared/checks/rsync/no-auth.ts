import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { judgeReply } from '../exposed/replies.ts';
import { safe, undetermined, worstOf } from '../verdicts.ts';

export const openModule = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'high',
  text: {
    safe: { ja: 'rsync のモジュールは認証を求めます', en: 'The rsync modules ask for a password' },
    vulnerable: {
      ja: 'rsync のモジュールが、誰でもパスワードなしで開けます',
      en: 'rsync modules open for anyone without a password',
    },
    why: {
      ja: '世界中の誰もがファイルをまとめて持ち出せます。書き込みを許していれば、消したり書き換えたりもできます。バックアップが丸ごと流出した例が多くあります。',
      en: 'Anyone in the world can carry off all the files at once, and erase or change them where writing is allowed. Whole backups have leaked this way.',
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
  detect: ({ 'service-reply': replies }) => detect(replies),
});

/** Any module will do; one that gave no answer leaves it open whether all are closed. */
function detect(replies: EvidenceOf<'service-reply'>): Verdict {
  const modules = replies.data.replies.filter(
    ({ protocol, asked }) => protocol === 'rsync' && asked.startsWith('module '),
  );
  const verdicts = modules.map(({ asked }) =>
    judgeReply(
      replies,
      'rsync',
      ({ access }, accuse) =>
        access === 'open' ? accuse() : access === undefined ? undetermined('no-proof') : safe,
      asked,
    ),
  );
  return worstOf(verdicts);
}
