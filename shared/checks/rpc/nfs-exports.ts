import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { judgeReply } from '../exposed/replies.ts';
import { safe } from '../verdicts.ts';

export const rpcNfsExports = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'medium',
  text: {
    safe: {
      ja: '共有フォルダ（NFS）の一覧は外部から見えません',
      en: 'The list of shared folders (NFS) cannot be seen from outside',
    },
    vulnerable: {
      ja: '共有フォルダ（NFS）の一覧が外部から見えます',
      en: 'The list of shared folders (NFS) can be seen from outside',
    },
    why: {
      ja: '共有しているフォルダの名前と、使ってよい相手が誰にでも分かります。相手を限っていないフォルダは、世界中の誰もが中身を読めます。',
      en: 'Anyone learns the names of shared folders and who may use them. Folders without such a limit can be read by anyone in the world.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(
    2049,
    {
      ja: 'TCP 2049 番、111 番、20048 番を外部に対して閉じ、共有を使う相手のアドレスを限ります。',
      en: 'Close TCP 2049, 111 and 20048 to the outside, and name the addresses that may use each folder.',
    },
    {
      debian: {
        ja: '/etc/exports の各行に使ってよいアドレスを書き、exportfs -ra を実行します。',
        en: 'Name the permitted addresses in every line of /etc/exports and run exportfs -ra.',
        snippet: '/srv/share 192.0.2.0/24(ro,root_squash)',
      },
      rhel: {
        ja: '/etc/exports の各行に使ってよいアドレスを書き、exportfs -ra を実行します。',
        en: 'Name the permitted addresses in every line of /etc/exports and run exportfs -ra.',
        snippet: '/srv/share 192.0.2.0/24(ro,root_squash)',
      },
    },
  ),
  references: ['https://www.rfc-editor.org/rfc/rfc1813#section-5.2.5'],
  detect: ({ 'service-reply': replies }) =>
    judgeReply(replies, 'nfs-mount', ({ count, forEverybody }, accuse) => {
      if (forEverybody === 'yes') return accuse({ severity: 'high' });
      return Number(count) > 0 ? accuse() : safe;
    }),
});
