import { fixList } from '../fixes.ts';

export const rfc8247 = 'https://www.rfc-editor.org/rfc/rfc8247';
export const rfc9395 = 'https://www.rfc-editor.org/rfc/rfc9395';

/** IKEv2 with current algorithms; `ike-scan` is a Debian package. */
export const ikeFixes = fixList(
  'ike-scan --aggressive --id=test {host} ; ike-scan --trans=5,2,1,2 {host} ; ike-scan --ikev2 {host}',
  {
    ja: 'VPN を IKEv2、AES-256、SHA-256、DH グループ 14 以上（できれば 19 か 20）だけにし、アグレッシブモードを止めます。相手側の機器と日時を合わせて変更します。',
    en: 'Leave IKEv2 with AES-256, SHA-256 and DH group 14 or higher (better 19 or 20) alone, and stop aggressive mode. Agree on the hour with whoever runs the other end.',
  },
  {
    'cisco-ios': {
      ja: 'IKEv2 と AES-GCM、DH グループ 19 以上だけにし、アグレッシブモードを止めます。',
      en: 'Leave IKEv2 with AES-GCM and DH group 19 or higher alone, and stop aggressive mode.',
      snippet:
        'crypto isakmp aggressive-mode disable\ncrypto ikev2 proposal STRONG\n encryption aes-gcm-256\n prf sha384\n group 19 20',
    },
    fortinet: {
      ja: '各フェーズ 1 を次のとおりにします（NAME を読み替えます）。',
      en: 'Set every phase 1 so (put yours in place of NAME).',
      snippet:
        'config vpn ipsec phase1-interface\n  edit NAME\n    set ike-version 2\n    set mode main\n    set proposal aes256-sha256\n    set dhgrp 19 14\n  next\nend',
    },
    paloalto: {
      ja: 'IKE 暗号プロファイルから DES、3DES、MD5、SHA-1、グループ 1、2、5 を外し、IKE ゲートウェイを「IKEv2 only」にしてコミットします。',
      en: 'Take DES, 3DES, MD5, SHA-1 and groups 1, 2 and 5 out of the IKE crypto profiles, set the IKE gateways to IKEv2 only, and commit.',
    },
    juniper: {
      ja: '設定モードで次を実行し、commit します（NAME を読み替えます）。',
      en: 'Run this in configuration mode (put yours in place of NAME), then commit.',
      snippet:
        'set security ike policy NAME mode main\nset security ike proposal NAME dh-group group19\nset security ike proposal NAME encryption-algorithm aes-256-cbc\nset security ike proposal NAME authentication-algorithm sha-256\nset security ike gateway NAME version v2-only',
    },
    'yamaha-rtx': {
      ja: '各トンネルで IKEv2 と強い方式を使います（番号を読み替えます）。',
      en: 'Use IKEv2 and strong algorithms in every tunnel (put your number in place of 1).',
      snippet:
        'ipsec ike version 1 2\nipsec ike encryption 1 aes256-cbc\nipsec ike hash 1 sha256\nipsec ike group 1 modp2048\nsave',
    },
    'nec-ix': {
      ja: 'IKEv2 を使い、弱い方式を提案から外します。IKEv1 を使う場合はメインモードにします。',
      en: 'Use IKEv2 and take weak algorithms out of the proposals; with IKEv1, use main mode.',
      snippet:
        'ike proposal STRONG encryption aes-256 hash sha2-256 group 2048-bit\nike policy VPN peer any mode main',
    },
    'allied-telesis': {
      ja: 'ISAKMP プロファイルを IKEv2 と強い方式だけにします（AlliedWare Plus）。',
      en: 'Leave IKEv2 and strong algorithms alone in the ISAKMP profile (AlliedWare Plus).',
      snippet:
        'crypto isakmp profile STRONG\n version 2\n transform 1 integrity SHA256 encryption AES256 group 14',
    },
    sonicwall: {
      ja: '各 VPN ポリシーの Proposals を、IKEv2、AES-256、SHA256、グループ 14 以上にします。WAN GroupVPN を使わなければ無効にします。',
      en: 'Set the proposals of every VPN policy to IKEv2, AES-256, SHA256 and group 14 or higher. Disable WAN GroupVPN where it is not used.',
    },
    watchguard: {
      ja: 'BOVPN とモバイル VPN のフェーズ 1 を IKEv2、AES-256、SHA2-256、DH グループ 14 以上にします。',
      en: 'Set phase 1 of BOVPN and mobile VPN to IKEv2, AES-256, SHA2-256 and DH group 14 or higher.',
    },
    sophos: {
      ja: 'IPsec プロファイルを IKEv2、AES256、SHA2 256、DH グループ 14 以上にし、アグレッシブモードを使いません。',
      en: 'Set the IPsec profiles to IKEv2, AES256, SHA2 256 and DH group 14 or higher, without aggressive mode.',
    },
    debian: {
      ja: 'strongSwan の設定で、次のようにします。',
      en: 'With strongSwan, set this.',
      snippet:
        'connections {\n  vpn {\n    version = 2\n    aggressive = no\n    proposals = aes256gcm16-prfsha384-ecp384,aes256-sha256-modp2048\n  }\n}',
    },
  },
);
