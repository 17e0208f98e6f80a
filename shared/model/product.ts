import type { Text } from './text.ts';

/** Products whose owners get their own steps. `any` is the advice for everyone else. */
export type Product =
  | 'nginx'
  | 'apache'
  | 'iis'
  | 'tomcat'
  | 'haproxy'
  | 'f5-bigip'
  | 'aws-alb'
  | 'aws-cloudfront'
  | 'azure-appgw'
  | 'postfix'
  | 'exim'
  | 'sendmail'
  | 'exchange'
  | 'dovecot'
  | 'microsoft365'
  | 'google-workspace'
  | 'bind'
  | 'nsd'
  | 'knot'
  | 'unbound'
  | 'windows-dns'
  | 'route53'
  | 'azure-dns'
  | 'openssh'
  | 'dropbear'
  | 'net-snmp'
  | 'windows-server'
  | 'rhel'
  | 'debian'
  | 'cisco-ios'
  | 'fortinet'
  | 'paloalto'
  | 'juniper'
  | 'yamaha-rtx'
  | 'nec-ix'
  | 'allied-telesis'
  | 'sonicwall'
  | 'watchguard'
  | 'sophos'
  | 'ivanti'
  | 'citrix'
  | 'checkpoint'
  | 'mikrotik'
  | 'ubiquiti'
  | 'aws-security-group'
  | 'azure-nsg'
  | 'any';

/** 対策 for one product. In `snippet` and `confirm`, `{host}` `{name}` `{port}` `{domain}` `{server}` `{path}` stand for the finding's place. */
export interface Fix {
  readonly product: Product;
  readonly steps: Text;
  /** To paste into the product's configuration. */
  readonly snippet?: string;
  /** The command that shows it is done, run from outside. */
  readonly confirm: string;
}
