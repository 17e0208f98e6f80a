import { fixList } from '../fixes.ts';

/** To let SSH be reached from named sources alone. */
export const sshSourceFixes = fixList(
  'nmap -Pn -p {port} {host}',
  {
    ja: 'SSH の接続元を、庁内と保守会社のアドレスに限るか、多要素認証のある VPN を通します。',
    en: 'Limit SSH to the addresses of your office and contractor, or go through a VPN with multi-factor authentication.',
  },
  {
    'cisco-ios': {
      ja: '設定モードで次を実行します（192.0.2.0 を自分の接続元に読み替えます）。',
      en: 'Run this in configuration mode (put your own in place of 192.0.2.0).',
      snippet:
        'access-list 10 permit 192.0.2.0 0.0.0.255\nline vty 0 15\n access-class 10 in\n transport input ssh',
    },
    fortinet: {
      ja: 'WAN 側インターフェースの allowaccess から ssh を外します。',
      en: 'Take ssh out of allowaccess of the WAN interface.',
      snippet: 'config system interface\n  edit wan1\n    unselect allowaccess ssh\n  next\nend',
    },
    paloalto: {
      ja: 'インターネット側インターフェースの管理プロファイルから SSH を外してコミットします。',
      en: 'Take SSH out of the management profile of the Internet interface, and commit.',
      snippet: 'set network profiles interface-management-profile WAN ssh no',
    },
    juniper: {
      ja: 'インターネット側のゾーンから SSH を外して commit します。',
      en: 'Take SSH out of the Internet zone and commit.',
      snippet: 'delete security zones security-zone untrust host-inbound-traffic system-services ssh',
    },
    'yamaha-rtx': {
      ja: '接続できる相手を LAN 側に限ります。',
      en: 'Accept SSH from the LAN side alone.',
      snippet: 'sshd host lan1\nsave',
    },
    'nec-ix': {
      ja: '接続元をアクセスリストで限ります。',
      en: 'Limit its sources with an access list.',
      snippet:
        'ip access-list ssh-mgmt permit ip src 192.0.2.0/24 dest any\nssh-server ip access-list ssh-mgmt\nwrite memory',
    },
    'allied-telesis': {
      ja: '接続元をアクセスリストで限ります（AlliedWare Plus）。',
      en: 'Limit its sources with an access list (AlliedWare Plus).',
      snippet: 'access-list 10 permit 192.0.2.0 0.0.0.255\nline vty 0 32\n access-class 10',
    },
    mikrotik: {
      ja: '接続元を限ります。',
      en: 'Limit its sources.',
      snippet: '/ip service set ssh address=192.0.2.0/24',
    },
    openssh: {
      ja: 'サーバーのファイアウォールで接続元を限ります（ufw の例）。',
      en: 'Limit its sources in the server’s firewall (with ufw).',
      snippet: 'ufw allow from 192.0.2.0/24 to any port 22 proto tcp\nufw delete allow 22/tcp',
    },
    'aws-security-group': {
      ja: 'SSH の受信ルールの送信元を自分のアドレスに限ります（sg-… を読み替えます）。',
      en: 'Limit the source of the SSH rule to your own addresses (put yours in place of sg-…).',
      snippet:
        'aws ec2 revoke-security-group-ingress --group-id sg-… --protocol tcp --port 22 --cidr 0.0.0.0/0',
    },
  },
);
