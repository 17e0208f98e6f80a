import { generateKeyPairSync } from 'node:crypto';
import type { AddressPlan } from './address-block.ts';
import type { Strength } from './contract.ts';

/** One record in presentation form; `name` and names in `data` are absolute, without the final dot. */
export interface ZoneRecord {
  readonly name: string;
  readonly type: 'SOA' | 'NS' | 'A' | 'MX' | 'TXT' | 'CAA' | 'PTR';
  readonly data: string;
}
export interface Zone {
  readonly name: string;
  readonly records: readonly ZoneRecord[];
}

/** What every name of the outside world resolves to (RFC 5737). */
export const outsideAddress = '192.0.2.53';

const caaIssuer = 'ca.enkaku.test';

export function zoneOf(strength: Strength, plan: AddressPlan): Zone {
  return strength === 'weak' ? weakZone(plan) : hardenedZone(plan);
}

/** What a zone looks like that nobody has read for years. */
function weakZone(plan: AddressPlan): Zone {
  const zone = 'weak.test';
  return {
    name: zone,
    records: [
      ...commonRecords(zone, 'weak', plan),
      ...['expired', 'wrong-name', 'incomplete', 'sha1'].map((label) =>
        a(`${label}.${zone}`, plan.bed('weak-nginx')),
      ),
      a(`default.${zone}`, plan.bed('weak-apache')),
      ...['jenkins', 'grafana'].map((label) => a(`${label}.${zone}`, plan.bed('weak-haproxy'))),
      txt(zone, 'v=spf1 mx +all'),
      txt(`_dmarc.${zone}`, 'v=DMARC1; p=none'),
      txt(`default._domainkey.${zone}`, dkim(768)),
      // Internal names: what an open zone transfer gives away.
      a(`intranet.${zone}`, '10.1.2.3'),
      a(`fileserver.${zone}`, '10.1.2.4'),
      a(`vpn-test.${zone}`, '192.168.10.20'),
    ],
  };
}

function hardenedZone(plan: AddressPlan): Zone {
  const zone = 'hardened.test';
  return {
    name: zone,
    records: [
      ...commonRecords(zone, 'hardened', plan),
      { name: zone, type: 'NS', data: `ns2.${zone}.` },
      a(`mta-sts.${zone}`, plan.bed('hardened-nginx')),
      txt(zone, 'v=spf1 mx -all'),
      txt(`_dmarc.${zone}`, `v=DMARC1; p=reject; adkim=s; aspf=s; rua=mailto:dmarc@${zone}`),
      txt(`default._domainkey.${zone}`, dkim(2048)),
      txt(`_smtp._tls.${zone}`, `v=TLSRPTv1; rua=mailto:tlsrpt@${zone}`),
      txt(`_mta-sts.${zone}`, 'v=STSv1; id=20260401000000'),
      { name: zone, type: 'CAA', data: `0 issue "${caaIssuer}"` },
      { name: zone, type: 'CAA', data: '0 issuewild ";"' },
      { name: zone, type: 'CAA', data: `0 iodef "mailto:security@${zone}"` },
    ],
  };
}

function commonRecords(zone: string, strength: Strength, plan: AddressPlan): readonly ZoneRecord[] {
  return [
    { name: zone, type: 'SOA', data: `ns1.${zone}. hostmaster.${zone}. 2026040101 7200 3600 1209600 3600` },
    { name: zone, type: 'NS', data: `ns1.${zone}.` },
    { name: zone, type: 'MX', data: `10 mail.${zone}.` },
    a(zone, plan.bed(`${strength}-nginx`)),
    a(`www.${zone}`, plan.bed(`${strength}-nginx`)),
    a(`apache.${zone}`, plan.bed(`${strength}-apache`)),
    a(`lighttpd.${zone}`, plan.bed(`${strength}-lighttpd`)),
    a(`haproxy.${zone}`, plan.bed(`${strength}-haproxy`)),
    a(`mail.${zone}`, plan.bed(`${strength}-postfix`)),
    a(`ns1.${zone}`, plan.bed(`${strength}-bind`)),
    a(`ns2.${zone}`, plan.bed(`${strength}-nsd`)),
    a(`ns3.${zone}`, plan.bed(`${strength}-knot`)),
    a(`ssh.${zone}`, plan.bed(`${strength}-openssh`)),
    a(`gear.${zone}`, plan.bed(`${strength}-net-snmp`)),
  ];
}

/** The addresses of the block back to names, for servers whose PTR is looked at. */
export function reverseZone(plan: AddressPlan): Zone {
  const [third, second, first] = plan.resolver.split('.').slice(0, 3).reverse();
  const zone = `${third}.${second}.${first}.in-addr.arpa`;
  const pointers = (['weak', 'hardened'] as const).flatMap((strength) => [
    pointer(plan.bed(`${strength}-postfix`), `mail.${strength}.test`, zone),
    pointer(plan.bed(`${strength}-bind`), `ns1.${strength}.test`, zone),
    pointer(plan.bed(`${strength}-nsd`), `ns2.${strength}.test`, zone),
  ]);
  return {
    name: zone,
    records: [
      { name: zone, type: 'SOA', data: 'ns.outside. hostmaster.outside. 1 7200 3600 1209600 3600' },
      { name: zone, type: 'NS', data: 'ns.outside.' },
      ...pointers,
    ],
  };
}

/** As a file that BIND reads. */
export function zoneFile(zone: Zone): string {
  const lines = zone.records.map(
    ({ name, type, data }) => `${name}. IN ${type} ${type === 'TXT' ? quoted(data) : data}`,
  );
  return `$TTL 3600\n${lines.join('\n')}\n`;
}

/** Character strings hold 255 bytes at most (RFC 1035 §3.3). */
export function quoted(text: string): string {
  return (text.match(/.{1,255}/g) ?? ['']).map((part) => `"${part}"`).join(' ');
}

function a(name: string, address: string): ZoneRecord {
  return { name, type: 'A', data: address };
}

function txt(name: string, text: string): ZoneRecord {
  return { name, type: 'TXT', data: text };
}

function pointer(address: string, name: string, zone: string): ZoneRecord {
  return { name: `${address.split('.').at(-1)}.${zone}`, type: 'PTR', data: `${name}.` };
}

/** The record of a new RSA key. */
export function dkim(modulusLength: number): string {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength });
  return `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;
}
