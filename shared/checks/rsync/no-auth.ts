import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { judgeReply } from '../exposed/replies.ts';
import { safe, undetermined, worstOf } from '../verdicts.ts';
import { rsyncFixes } from './fixes.ts';

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
  fixes: rsyncFixes,
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
