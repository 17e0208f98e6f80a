import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
import { answersAtAll } from './replies.ts';

export const iscsi = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'high',
  text: {
    safe: {
      ja: 'iSCSI（ディスクの共有）には外部から届きません',
      en: 'iSCSI (shared disks) cannot be reached from the Internet',
    },
    vulnerable: {
      ja: 'iSCSI（ディスクの共有）が外部に公開されています',
      en: 'iSCSI (shared disks) can be reached from the Internet',
    },
    why: {
      ja: 'サーバーのディスクそのものを共有する仕組みです。つながれば、保存されているファイルをすべて読み書きできます。',
      en: 'It shares the disks themselves: whoever is connected can read and write every file on them.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(3260, {
    ja: 'iSCSI は専用の内部回線だけで使い、TCP 3260 番を閉じ、CHAP 認証を設定します。',
    en: 'Use iSCSI on an internal network of its own, close TCP 3260 and set CHAP authentication.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc7143.html#section-9'],
  detect: ({ 'service-reply': replies }) => answersAtAll(replies, 'iscsi'),
});
