import { type Advice, fixList } from '../fixes.ts';

/** Reads the server's lists without logging in. */
export const confirmSsh = 'nmap -Pn -p {port} --script ssh2-enum-algos {host}';

const kexAlgorithms =
  'curve25519-sha256,curve25519-sha256@libssh.org,diffie-hellman-group16-sha512,diffie-hellman-group18-sha512,diffie-hellman-group14-sha256';
const ciphers = 'aes256-gcm@openssh.com,aes128-gcm@openssh.com,aes256-ctr,aes192-ctr,aes128-ctr';
const macs = 'hmac-sha2-512-etm@openssh.com,hmac-sha2-256-etm@openssh.com,hmac-sha2-512,hmac-sha2-256';
const hostKeys = 'ssh-ed25519,rsa-sha2-512,rsa-sha2-256';

function openssh(line: string): Advice {
  return {
    ja: '/etc/ssh/sshd_config（または sshd_config.d の先頭のファイル）に次の行を書き、sshd -t で確かめてから systemctl reload sshd（Debian 系は ssh）を実行します。作業中は今の接続を残し、別の端末から入れることを確かめます。',
    en: 'Put this line into /etc/ssh/sshd_config (or the first file of sshd_config.d), check with sshd -t, then systemctl reload sshd (Debian: ssh). Keep your session open until a second one has worked.',
    snippet: line,
  };
}

const dropbear: Advice = {
  ja: 'Dropbear 2022.83 以降に更新します。古い方式は既定で無効になります。自分でビルドしている場合は localoptions.h に次を書きます。',
  en: 'Update to Dropbear 2022.83 or newer, where the old algorithms are off by default. For your own builds, put this into localoptions.h.',
  snippet: [
    '#define DROPBEAR_3DES 0',
    '#define DROPBEAR_ENABLE_CBC_MODE 0',
    '#define DROPBEAR_DH_GROUP1 0',
    '#define DROPBEAR_DH_GROUP14_SHA1 0',
    '#define DROPBEAR_SHA1_96_HMAC 0',
    '#define DROPBEAR_DSS 0',
  ].join('\n'),
};

function cisco(lines: string): Advice {
  return {
    ja: '設定モードで次を実行し、write memory で保存します。この命令のない版の IOS は、まず更新します。管理用の接続元も access-class で限ります。',
    en: 'Run this in configuration mode and save with write memory. An IOS without these commands needs an update first. Also limit management sources with access-class.',
    snippet: lines,
  };
}

const yamaha: Advice = {
  ja: 'ファームウェアを最新にし、SSH の暗号方式を CTR だけにします。接続できる相手も LAN 側に限ります。',
  en: 'Update the firmware, leave only the CTR ciphers, and accept SSH from the LAN side alone.',
  snippet: 'sshd encrypt algorithm aes256-ctr aes192-ctr aes128-ctr\nsshd host lan1\nsave',
};

function fortinet(line: string): Advice {
  return {
    ja: 'CLI で次を実行します。FortiOS の版によっては config system ssh-config の中にあります。WAN 側の allowaccess から ssh を外すのがいちばん確実です。',
    en: 'Run this on the CLI; some versions of FortiOS keep it under config system ssh-config. Removing ssh from allowaccess of the WAN interface is safer still.',
    snippet: `config system global\n  set strong-crypto enable\n  ${line}\nend`,
  };
}

const narrow = {
  ja: 'あわせて、SSH を受け付ける接続元を庁内や保守会社のアドレスに限ります。',
  en: 'Also accept SSH only from the addresses of your office and your contractor.',
};

export const kexFixes = fixList(
  confirmSsh,
  {
    ja: `鍵交換方式から SHA-1 を使うもの（名前の末尾が -sha1）を外し、curve25519-sha256 や diffie-hellman-group16-sha512 を残します。${narrow.ja}`,
    en: `Remove key exchanges with SHA-1 (names ending in -sha1) and keep curve25519-sha256 or diffie-hellman-group16-sha512. ${narrow.en}`,
  },
  {
    openssh: openssh(`KexAlgorithms ${kexAlgorithms}`),
    dropbear,
    'cisco-ios': cisco(
      'ip ssh version 2\nip ssh dh min size 2048\nip ssh server algorithm kex ecdh-sha2-nistp256 ecdh-sha2-nistp384',
    ),
    'yamaha-rtx': yamaha,
    fortinet: fortinet('set ssh-kex-algo curve25519-sha256@libssh.org diffie-hellman-group-exchange-sha256'),
  },
);

export const cipherFixes = fixList(
  confirmSsh,
  {
    ja: `暗号方式を AES の GCM と CTR（aes256-gcm、aes256-ctr など）だけにします。${narrow.ja}`,
    en: `Leave only AES in GCM and CTR mode (aes256-gcm, aes256-ctr and the like). ${narrow.en}`,
  },
  {
    openssh: openssh(`Ciphers ${ciphers}`),
    dropbear,
    'cisco-ios': cisco(
      'ip ssh version 2\nip ssh server algorithm encryption aes256-ctr aes192-ctr aes128-ctr',
    ),
    'yamaha-rtx': yamaha,
    fortinet: fortinet('set ssh-enc-algo aes256-gcm@openssh.com aes256-ctr'),
  },
);

export const macFixes = fixList(
  confirmSsh,
  {
    ja: `改ざん検知の方式（MAC）を hmac-sha2-256 と hmac-sha2-512 だけにします。${narrow.ja}`,
    en: `Leave only hmac-sha2-256 and hmac-sha2-512 as MAC algorithms. ${narrow.en}`,
  },
  {
    openssh: openssh(`MACs ${macs}`),
    dropbear,
    'cisco-ios': cisco('ip ssh version 2\nip ssh server algorithm mac hmac-sha2-512 hmac-sha2-256'),
    'yamaha-rtx': { ...yamaha, snippet: 'sshd host lan1\nsave' },
    fortinet: fortinet('set ssh-mac-algo hmac-sha2-256 hmac-sha2-512'),
  },
);

export const hostKeyFixes = fixList(
  confirmSsh,
  {
    ja: `サーバーの鍵を Ed25519 または 3072 ビット以上の RSA（rsa-sha2-256／512）に入れ替え、古い鍵を消します。利用者には新しい鍵の指紋を知らせます。${narrow.ja}`,
    en: `Give the server an Ed25519 key or an RSA key of 3072 bits or more (rsa-sha2-256/512), delete the old one, and tell users the new fingerprint. ${narrow.en}`,
  },
  {
    openssh: openssh(`HostKeyAlgorithms ${hostKeys}`),
    dropbear: {
      ja: 'Dropbear 2022.83 以降に更新し、DSS の鍵ファイルを消して Ed25519 の鍵を作ります。',
      en: 'Update to Dropbear 2022.83 or newer, delete the DSS key file and make an Ed25519 key.',
      snippet:
        'rm -f /etc/dropbear/dropbear_dss_host_key\ndropbearkey -t ed25519 -f /etc/dropbear/dropbear_ed25519_host_key',
    },
    'cisco-ios': cisco(
      'crypto key generate rsa modulus 3072\nip ssh version 2\nip ssh server algorithm hostkey rsa-sha2-512 rsa-sha2-256',
    ),
    'yamaha-rtx': {
      ja: 'ファームウェアを最新にしてから鍵を作り直し、接続できる相手を LAN 側に限ります。',
      en: 'Update the firmware, make a new key, and accept SSH from the LAN side alone.',
      snippet: 'sshd host key generate\nsshd host lan1\nsave',
    },
    fortinet: fortinet('set ssh-hostkey-algo rsa-sha2-256 rsa-sha2-512 ssh-ed25519'),
  },
);

export const terrapinFixes = fixList(
  confirmSsh,
  {
    ja: `SSH のソフトウェアを「strict kex」（kex-strict-s-v00@openssh.com）のある版に更新します。すぐに更新できなければ chacha20-poly1305@openssh.com と CBC の暗号方式を外します。利用者側のソフトウェアも更新が必要です。${narrow.ja}`,
    en: `Update to a version with “strict kex” (kex-strict-s-v00@openssh.com). Until then, remove chacha20-poly1305@openssh.com and the CBC ciphers. Clients need the update as well. ${narrow.en}`,
  },
  {
    openssh: {
      ja: 'OpenSSH 9.6 以降、または各ディストリビューションの修正版に更新します。すぐに更新できなければ sshd_config に次の行を書いて再読み込みします。',
      en: 'Update to OpenSSH 9.6 or your distribution’s fixed package. Until then put this line into sshd_config and reload.',
      snippet: `Ciphers ${ciphers}`,
    },
    dropbear: {
      ja: 'Dropbear 2024.84 以降に更新します。',
      en: 'Update to Dropbear 2024.84 or newer.',
    },
    'cisco-ios': cisco('ip ssh server algorithm encryption aes256-gcm aes256-ctr aes192-ctr aes128-ctr'),
    'yamaha-rtx': yamaha,
    fortinet: fortinet('set ssh-enc-algo aes256-gcm@openssh.com aes256-ctr'),
  },
);

export const version1Fixes = fixList(
  'nmap -Pn -p {port} --script sshv1 {host}',
  {
    ja: `SSH の版を 2 だけにします。選べない古い機器は、更新するか入れ替えます。${narrow.ja}`,
    en: `Allow only version 2 of SSH. Gear that cannot must be updated or replaced. ${narrow.en}`,
  },
  {
    openssh: {
      ja: 'OpenSSH 7.6 以降に更新します（版 1 は削除されています）。すぐに更新できなければ sshd_config に次の行を書いて再起動します。',
      en: 'Update to OpenSSH 7.6 or newer, which has no version 1 any more. Until then put this line into sshd_config and restart.',
      snippet: 'Protocol 2',
    },
    'cisco-ios': cisco('crypto key generate rsa modulus 3072\nip ssh version 2'),
    fortinet: {
      ja: 'CLI で次を実行します。',
      en: 'Run this on the CLI.',
      snippet: 'config system global\n  set admin-ssh-v1 disable\nend',
    },
  },
);
