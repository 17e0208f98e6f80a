import { closeFixes } from '../exposed/close-fixes.ts';

/** Through SSH, or with a list of sources and a password. */
export const rsyncFixes = closeFixes(
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
);
