import type { Product } from '../../model/product.ts';
import type { Check } from '../check.ts';
import { type Advice, fixList } from '../fixes.ts';

/** To close a port to the outside, on the gear in front of it and on the host itself. */
export function closeFixes(
  port: number,
  anyone: Advice,
  products: Partial<Record<Exclude<Product, 'any'>, Advice>> = {},
  transport: 'tcp' | 'udp' = 'tcp',
): Check['fixes'] {
  const confirm = transport === 'tcp' ? `nmap -Pn -p ${port} {host}` : `nmap -Pn -sU -p ${port} {host}`;
  const shown = `${transport.toUpperCase()} ${port}`;
  return fixList(confirm, anyone, {
    ...products,
    debian: products.debian ?? {
      ja: '必要な接続元だけを許可し、ほかを拒否します（ufw の例。192.0.2.0/24 を自分の接続元に読み替えます）。',
      en: 'Permit only the sources that need it (with ufw; put your own in place of 192.0.2.0/24).',
      snippet: `ufw allow from 192.0.2.0/24 to any port ${port} proto ${transport}\nufw deny ${port}/${transport}`,
    },
    rhel: products.rhel ?? {
      ja: '公開側のゾーンからポートを外し、必要な接続元だけを許可します（firewalld の例。192.0.2.0/24 を自分の接続元に読み替えます）。',
      en: 'Remove the port from the public zone and permit only the sources that need it (with firewalld; put your own in place of 192.0.2.0/24).',
      snippet: [
        `firewall-cmd --permanent --zone=public --remove-port=${port}/${transport}`,
        `firewall-cmd --permanent --zone=public --add-rich-rule='rule family=ipv4 source address=192.0.2.0/24 port port=${port} protocol=${transport} accept'`,
        'firewall-cmd --reload',
      ].join('\n'),
    },
    'windows-server': products['windows-server'] ?? {
      ja: '管理者の PowerShell で、受信を許可する接続元を限ります（192.0.2.0/24 を自分の接続元に読み替えます）。同じポートをすべての接続元に許可する規則があれば無効にします。',
      en: 'In an administrator PowerShell, limit who may connect (put your own in place of 192.0.2.0/24) and disable rules that permit the port to everyone.',
      snippet: `New-NetFirewallRule -DisplayName "${shown} from our network" -Direction Inbound -Protocol ${transport.toUpperCase()} -LocalPort ${port} -RemoteAddress 192.0.2.0/24 -Action Allow`,
    },
    'cisco-ios': {
      ja: 'インターネット側インターフェースの受信アクセスリストで拒否します。既存のアクセスリストがあれば、許可の行より前に入れます。',
      en: 'Deny it in the inbound access list of the Internet interface, before the lines that permit.',
      snippet: `ip access-list extended FROM-INTERNET\n 10 deny ${transport} any any eq ${port}`,
    },
    'yamaha-rtx': {
      ja: 'インターネット側（例: pp 1）の受信フィルターに、次の拒否を加えます。番号は空いているものにし、今ある番号の前に並べます。',
      en: 'Add this rejection to the inbound filter of the Internet side (for example pp 1), with a free number and before the existing ones.',
      snippet: `ip filter 200090 reject * * ${transport} * ${port}`,
    },
    fortinet: {
      ja: `インターネット側からこのサーバーへのポリシーと VIP から ${shown} を外します。`,
      en: `Remove ${shown} from the policies and VIPs that lead from the Internet to this server.`,
    },
    paloalto: {
      ja: `Untrust から、このサーバーへの許可ルールのサービスから ${shown} を外し、コミットします。`,
      en: `Remove ${shown} from the services of the rules that permit Untrust to reach this server, and commit.`,
    },
    juniper: {
      ja: 'インターネット側からの通信を通すフィルターの先頭に、次の拒否を加えて commit します。',
      en: 'Put this discard at the head of the filter for traffic from the Internet, and commit.',
      snippet: [
        `set firewall family inet filter FROM-INTERNET term close-${port} from protocol ${transport}`,
        `set firewall family inet filter FROM-INTERNET term close-${port} from destination-port ${port}`,
        `set firewall family inet filter FROM-INTERNET term close-${port} then discard`,
      ].join('\n'),
    },
    'nec-ix': {
      ja: 'インターネット側インターフェースの受信フィルターに拒否を加えます。許可の行より前に置きます。',
      en: 'Add this denial to the inbound filter of the Internet interface, before the lines that permit.',
      snippet: `ip access-list close-${port} deny ${transport} src any sport any dest any dport eq ${port}`,
    },
    'allied-telesis': {
      ja: 'ファイアウォールの規則で、インターネット側からこのサービスへの許可を削除します（AlliedWare Plus では firewall モードの no rule）。',
      en: `Delete the firewall rule that permits ${shown} from the Internet (no rule in firewall mode of AlliedWare Plus).`,
    },
    sonicwall: {
      ja: `WAN からのアクセスルールと NAT ポリシーから ${shown} を外します。`,
      en: `Remove ${shown} from the access rules and NAT policies from WAN.`,
    },
    watchguard: {
      ja: `Policy Manager で、From が Any-External のポリシーから ${shown} を外し、保存します。`,
      en: `In Policy Manager, remove ${shown} from the policies whose From is Any-External, and save.`,
    },
    sophos: {
      ja: `「ルールとポリシー」で、WAN ゾーンからの DNAT とファイアウォールルールから ${shown} を外します。`,
      en: `In Rules and policies, remove ${shown} from the DNAT and firewall rules of the WAN zone.`,
    },
    'f5-bigip': {
      ja: '仮想サーバーの待ち受けポートを必要なものだけにし、パケットフィルターでも拒否します。',
      en: 'Leave only the ports that are needed on the virtual servers, and reject it in the packet filter.',
      snippet: `tmsh create net packet-filter close-${port} order 5 action reject rule "( proto ${transport.toUpperCase()} ) and ( dst port ${port} )"\ntmsh modify sys db packetfilter value enable\ntmsh save sys config`,
    },
    citrix: {
      ja: 'NetScaler の拡張 ACL で拒否します。',
      en: 'Deny it with an extended ACL of NetScaler.',
      snippet: `add ns acl close-${port} DENY -destPort = ${port} -protocol ${transport.toUpperCase()}\napply ns acls\nsave ns config`,
    },
    'aws-security-group': {
      ja: 'インスタンスのセキュリティグループから、0.0.0.0/0 と ::/0 を送信元とする受信ルールを外します（sg-… を読み替えます）。',
      en: 'Remove the inbound rules with source 0.0.0.0/0 and ::/0 from the instance’s security group (put yours in place of sg-…).',
      snippet: `aws ec2 revoke-security-group-ingress --group-id sg-… --protocol ${transport} --port ${port} --cidr 0.0.0.0/0`,
    },
    'azure-nsg': {
      ja: 'ネットワークセキュリティグループに、インターネットからの受信を拒否する規則を、許可より小さい優先度の番号で加えます（GROUP と NSG を読み替えます）。',
      en: 'Add a rule that denies it from the Internet to the network security group, with a number below that of the permission (put yours in place of GROUP and NSG).',
      snippet: `az network nsg rule create -g GROUP --nsg-name NSG -n Close-${port} --priority 110 --direction Inbound --access Deny --protocol ${transport === 'tcp' ? 'Tcp' : 'Udp'} --source-address-prefixes Internet --destination-port-ranges ${port}`,
    },
  });
}
