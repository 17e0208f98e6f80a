import { fixList } from '../fixes.ts';

/** One attempt without any credentials, which shows what would be accepted. */
export const passwordFixes = fixList(
  'ssh -o PreferredAuthentications=none -p {port} nobody@{host}',
  {
    ja: 'パスワードを禁じ、公開鍵だけにします。できない機器は、接続元を限り、試行の回数を制限します。',
    en: 'Forbid passwords and leave public keys alone. Where that cannot be done, limit sources and attempts.',
  },
  {
    openssh: {
      ja: '公開鍵で入れることを先に確かめ、/etc/ssh/sshd_config に次を書き、sshd -t のあと再読み込みします。',
      en: 'Make sure that keys work first; put this into /etc/ssh/sshd_config, check with sshd -t and reload.',
      snippet: 'PasswordAuthentication no\nKbdInteractiveAuthentication no',
    },
    dropbear: {
      ja: '起動の引数に -s を加えます（パスワードを断ります）。',
      en: 'Add -s to its arguments (refuse passwords).',
      snippet: 'DROPBEAR_EXTRA_ARGS="-s"',
    },
    'cisco-ios': {
      ja: '設定モードで次を実行します（公開鍵を登録したあとに行います）。',
      en: 'Run this in configuration mode, after registering public keys.',
      snippet: 'ip ssh server algorithm authentication publickey',
    },
    fortinet: {
      ja: '管理者ごとに公開鍵を登録し、信頼するホストを設定します。',
      en: 'Register a public key and trusted hosts for every administrator.',
      snippet:
        'config system admin\n  edit admin\n    set ssh-public-key1 "ssh-ed25519 …"\n    set trusthost1 192.0.2.0 255.255.255.0\n  next\nend',
    },
    'yamaha-rtx': {
      ja: '接続できる相手を LAN 側に限ります。',
      en: 'Accept SSH from the LAN side alone.',
      snippet: 'sshd host lan1\nsave',
    },
  },
);
