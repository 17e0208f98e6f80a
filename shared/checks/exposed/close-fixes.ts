import type { Product } from '../../model/product.ts';
import type { Check } from '../check.ts';
import { type Advice, fixList } from '../fixes.ts';

/** To close a TCP port to the outside, on the gear in front of it and on the host itself. */
export function closeFixes(
  port: number,
  anyone: Advice,
  products: Partial<Record<Exclude<Product, 'any'>, Advice>> = {},
): Check['fixes'] {
  return fixList(`nmap -Pn -p ${port} {host}`, anyone, {
    ...products,
    debian: products.debian ?? {
      ja: '必要な接続元だけを許可し、ほかを拒否します（ufw の例。192.0.2.0/24 を自分の接続元に読み替えます）。',
      en: 'Permit only the sources that need it (with ufw; put your own in place of 192.0.2.0/24).',
      snippet: `ufw allow from 192.0.2.0/24 to any port ${port} proto tcp\nufw deny ${port}/tcp`,
    },
    rhel: products.rhel ?? {
      ja: '公開側のゾーンからポートを外し、必要な接続元だけを許可します（firewalld の例。192.0.2.0/24 を自分の接続元に読み替えます）。',
      en: 'Remove the port from the public zone and permit only the sources that need it (with firewalld; put your own in place of 192.0.2.0/24).',
      snippet: [
        `firewall-cmd --permanent --zone=public --remove-port=${port}/tcp`,
        `firewall-cmd --permanent --zone=public --add-rich-rule='rule family=ipv4 source address=192.0.2.0/24 port port=${port} protocol=tcp accept'`,
        'firewall-cmd --reload',
      ].join('\n'),
    },
    'windows-server': products['windows-server'] ?? {
      ja: '管理者の PowerShell で、受信を許可する接続元を限ります（192.0.2.0/24 を自分の接続元に読み替えます）。同じポートをすべての接続元に許可する規則があれば無効にします。',
      en: 'In an administrator PowerShell, limit who may connect (put your own in place of 192.0.2.0/24) and disable rules that permit the port to everyone.',
      snippet: `New-NetFirewallRule -DisplayName "TCP ${port} from our network" -Direction Inbound -Protocol TCP -LocalPort ${port} -RemoteAddress 192.0.2.0/24 -Action Allow`,
    },
    'cisco-ios': {
      ja: 'インターネット側インターフェースの受信アクセスリストで拒否します。既存のアクセスリストがあれば、許可の行より前に入れます。',
      en: 'Deny it in the inbound access list of the Internet interface, before the lines that permit.',
      snippet: `ip access-list extended FROM-INTERNET\n 10 deny tcp any any eq ${port}`,
    },
    'yamaha-rtx': {
      ja: 'インターネット側（例: pp 1）の受信フィルターに、次の拒否を加えます。番号は空いているものにし、今ある番号の前に並べます。',
      en: 'Add this rejection to the inbound filter of the Internet side (for example pp 1), with a free number and before the existing ones.',
      snippet: `ip filter 200090 reject * * tcp * ${port}`,
    },
    fortinet: {
      ja: `インターネット側からこのサーバーへのポリシーと VIP から TCP ${port} を外します。`,
      en: `Remove TCP ${port} from the policies and VIPs that lead from the Internet to this server.`,
    },
  });
}
