import type { Product } from '../model/product.ts';
import type { Locale, Text } from '../model/text.ts';
import { visible } from './visible.ts';

const same = (name: string): Text => ({ ja: name, en: name });

const names: Readonly<Record<Product, Text>> = {
  nginx: same('nginx'),
  apache: same('Apache HTTP Server'),
  iis: same('Microsoft IIS'),
  tomcat: same('Apache Tomcat'),
  haproxy: same('HAProxy'),
  'f5-bigip': same('F5 BIG-IP'),
  'aws-alb': same('AWS Application Load Balancer'),
  'aws-cloudfront': same('Amazon CloudFront'),
  'azure-appgw': same('Azure Application Gateway'),
  postfix: same('Postfix'),
  exim: same('Exim'),
  sendmail: same('Sendmail'),
  exchange: same('Microsoft Exchange'),
  dovecot: same('Dovecot'),
  microsoft365: same('Microsoft 365'),
  'google-workspace': same('Google Workspace'),
  bind: same('BIND'),
  nsd: same('NSD'),
  knot: same('Knot DNS'),
  unbound: same('Unbound'),
  'windows-dns': same('Windows DNS Server'),
  route53: same('Amazon Route 53'),
  'azure-dns': same('Azure DNS'),
  openssh: same('OpenSSH'),
  dropbear: same('Dropbear'),
  'net-snmp': same('Net-SNMP'),
  'windows-server': same('Windows Server'),
  rhel: same('Red Hat Enterprise Linux'),
  debian: same('Debian'),
  'cisco-ios': same('Cisco IOS'),
  fortinet: same('Fortinet FortiGate'),
  paloalto: same('Palo Alto Networks PAN-OS'),
  juniper: same('Juniper Junos'),
  'yamaha-rtx': { ja: 'ヤマハ RTX シリーズ', en: 'Yamaha RTX' },
  'nec-ix': { ja: 'NEC UNIVERGE IX シリーズ', en: 'NEC UNIVERGE IX' },
  'allied-telesis': { ja: 'アライドテレシス', en: 'Allied Telesis' },
  sonicwall: same('SonicWall'),
  watchguard: same('WatchGuard Firebox'),
  sophos: same('Sophos Firewall'),
  ivanti: same('Ivanti Connect Secure'),
  citrix: same('Citrix NetScaler'),
  checkpoint: same('Check Point'),
  mikrotik: same('MikroTik RouterOS'),
  ubiquiti: same('Ubiquiti'),
  'aws-security-group': { ja: 'AWS（セキュリティグループ）', en: 'AWS (security groups)' },
  'azure-nsg': { ja: 'Azure（ネットワークセキュリティグループ）', en: 'Azure (network security groups)' },
  any: { ja: 'すべての製品に共通', en: 'Any product' },
};

/** The name people know; an id from a newer report is shown as it is, made safe to show. */
export function productName(product: string, locale: Locale): string {
  return Object.hasOwn(names, product) ? names[product as Product][locale] : visible(product);
}
