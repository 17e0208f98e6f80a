import { dnsAnswer, record } from '../../evidence/dns-answers/build.fixture.ts';
import type { DnsAnswer, DnsQuestion } from '../../evidence/dns-answers/schema.ts';
import { envelope } from '../../evidence/envelope.fixture.ts';
import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { EvidenceData } from '../../evidence/kinds.ts';
import { type Observed, yes } from '../../model/observed.ts';

export const zone = 'city.example.jp';
export const soaData = `ns1.${zone} hostmaster.${zone} 7 14400 3600 1209600 3600`;
type Purpose = DnsQuestion['purpose'];
type Answer = DnsAnswer | Observed<DnsAnswer>;
type Name = 'ns1' | 'ns2' | 'parent';
/** `soa`: at every server; `soa@ns2`: at that one. null: the question was not asked. */
export type Changes = Partial<Record<Purpose | `${Purpose}@${Name}`, Answer | null>>;

const places: Readonly<Record<Name, string>> = {
  ns1: '192.0.2.1#53',
  ns2: '198.51.100.1#53',
  parent: '203.0.113.1#53',
};
const aa = { aa: true };
const opt = { version: 0, flags: 0, payload: 1232, options: [] };
const soa = record(zone, 'SOA', soaData);
const names = ['ns1', 'ns2'].map((name) => record(zone, 'NS', `${name}.${zone}`));
const addresses: Readonly<Record<string, string>> = { ns1: '192.0.2.1', ns2: '198.51.100.1' };
const glue = ['ns1', 'ns2'].map((name) => record(`${name}.${zone}`, 'A', addresses[name] ?? ''));

/** An answer with authority. */
export const own = (...answers: DnsAnswer['answers']) => dnsAnswer({ flags: aa, answers, edns: opt });
/** A denial with authority; `none()` where the name exists without such a record. */
export const none = (rcode = 0) => dnsAnswer({ rcode, flags: aa, authority: [soa], edns: opt });

const healthy: readonly (readonly [Purpose, string, string, DnsAnswer])[] = [
  ['reach', zone, 'SOA', own(soa)],
  ['version-bind', 'version.bind', 'TXT', dnsAnswer({ rcode: 5 })],
  ['hostname-bind', 'hostname.bind', 'TXT', dnsAnswer({ rcode: 5 })],
  ['id-server', 'id.server', 'TXT', dnsAnswer({ rcode: 5 })],
  ['recursion', 'a.example', 'A', dnsAnswer({ rcode: 5 })],
  ['recursion-control', 'b.example.com', 'A', dnsAnswer({ rcode: 5 })],
  ['cache-snoop', 'www.example.com', 'A', dnsAnswer({ rcode: 5 })],
  ['root-referral', '.', 'NS', dnsAnswer({ rcode: 5 })],
  ['edns-none', zone, 'SOA', dnsAnswer({ flags: aa, answers: [soa] })],
  ['edns', zone, 'SOA', own(soa)],
  ['edns-version', zone, 'SOA', dnsAnswer({ rcode: 16, edns: opt })],
  ['edns-option', zone, 'SOA', own(soa)],
  ['edns-flags', zone, 'SOA', own(soa)],
  ['nsid', zone, 'SOA', own(soa)],
  [
    'qname-case',
    mixedCase(zone),
    'SOA',
    { ...own(soa), raw: `${'00'.repeat(12)}${wire(mixedCase(zone))}00060001` },
  ],
  ['edns-truncation', zone, 'DNSKEY', none()],
  ['any-size', zone, 'ANY', own(soa)],
  ['dnskey-size', zone, 'DNSKEY', none()],
  ['txt-size', zone, 'TXT', none()],
  ['soa', zone, 'SOA', own(soa)],
  ['ns', zone, 'NS', own(...names)],
  ['mx', zone, 'MX', own(record(zone, 'MX', `10 mail.${zone}`))],
  ['dnskey', zone, 'DNSKEY', none()],
  ['nsec3param', zone, 'NSEC3PARAM', none()],
  ['cds', zone, 'CDS', none()],
  ['cdnskey', zone, 'CDNSKEY', none()],
  ['address', zone, 'A', own(record(zone, 'A', '192.0.2.80'))],
  ['aaaa', zone, 'AAAA', none()],
  ['absent', `enkaku-1.${zone}`, 'A', none(3)],
  ['axfr', zone, 'AXFR', dnsAnswer({ rcode: 5 })],
  ['ixfr', zone, 'IXFR', dnsAnswer({ rcode: 5 })],
];

/** A zone in order, looked at whole; `changes` say what differs. */
export function buildZone(
  changes: Changes = {},
  more: Partial<Pick<EvidenceData['dns-answers'], 'signatures' | 'digests' | 'servers'>> = {},
): EvidenceOf<'dns-answers'> {
  const ask = (
    name: Name,
    purpose: Purpose,
    asked: string,
    type: string,
    answer: Answer,
    transport: 'udp' | 'tcp' = 'udp',
  ): DnsQuestion[] => {
    const change = changes[`${purpose}@${name}`] ?? changes[purpose];
    const isLeftOut = changes[`${purpose}@${name}`] === null || changes[purpose] === null;
    const told = change ?? answer;
    const base = { purpose, server: places[name], transport, name: asked, type, class: 'IN' } as const;
    const observed = 'outcome' in told ? told : yes(told);
    return isLeftOut ? [] : [{ ...base, endedMs: 10, answeredFrom: null, answer: observed }];
  };
  const referral = dnsAnswer({ authority: names, additional: glue, edns: opt });
  const questions = [
    ...ask('parent', 'referral', zone, 'NS', referral),
    ...ask('parent', 'ds', zone, 'DS', none()),
    ...(['ns1', 'ns2'] as const).flatMap((name) => [
      ...healthy.flatMap(([purpose, asked, type, answer]) => ask(name, purpose, asked, type, answer)),
      ...ask(name, 'reach', zone, 'SOA', own(soa), 'tcp'),
      ...(['ns1', 'ns2'] as const).flatMap((host) =>
        ask(
          name,
          'server-address',
          `${host}.${zone}`,
          'A',
          own(record(`${host}.${zone}`, 'A', addresses[host] ?? '')),
        ),
      ),
    ]),
  ];
  const servers = [
    { server: places.parent, name: 'a.dns.jp', zone: 'jp', role: 'parent' as const },
    ...(['ns1', 'ns2'] as const).map((name) => ({
      server: places[name],
      name: `${name}.${zone}`,
      zone,
      role: 'zone' as const,
    })),
  ];
  const endpoint = { host: zone, port: 53, transport: 'udp' } as const;
  return envelope('dns-answers', endpoint, { questions, servers, signatures: [], digests: [], ...more });
}

/** The same with a server that never answered: `tries` in place of all that was asked of it. */
export function withDeadServer(
  name: 'ns1' | 'ns2',
  tries: readonly Pick<DnsQuestion, 'transport' | 'endedMs' | 'answer'>[],
  changes: Changes = {},
): EvidenceOf<'dns-answers'> {
  const evidence = buildZone(changes);
  const rest = evidence.data.questions.filter(({ server }) => server !== places[name]);
  const silent = tries.map((one) => ({
    purpose: 'reach' as const,
    server: places[name],
    name: zone,
    type: 'SOA',
    class: 'IN' as const,
    answeredFrom: null,
    ...one,
  }));
  return { ...evidence, data: { ...evidence.data, questions: [...rest, ...silent] } };
}

function mixedCase(name: string): string {
  return [...name].map((letter, index) => (index % 2 === 0 ? letter.toUpperCase() : letter)).join('');
}

/** A name as it stands in a message, in hex. */
export function wire(name: string): string {
  const labels = name
    .split('.')
    .map((label) => `${hexOf(label.length)}${[...label].map((c) => hexOf(c.charCodeAt(0))).join('')}`);
  return `${labels.join('')}00`;
}

function hexOf(octet: number): string {
  return octet.toString(16).padStart(2, '0');
}
