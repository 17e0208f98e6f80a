import { randomBytes } from 'node:crypto';
import type { DnsType } from '@enkaku/shared/protocol/dns/types.ts';
import type { Ask } from './exchange.ts';

type Purpose = Ask['purpose'];

const plainEdns = { payload: 1232, dnssec: false };
const dnssecEdns = { payload: 1232, dnssec: true };
/** RFC 5001. */
const nsidOption = { code: 3, data: Buffer.alloc(0) };
/** RFC 6891 §9: 65001 to 65534 are for local and experimental use; a stranger's means nothing to a server. */
const unknownOption = { code: 65_001, data: Buffer.from('656e6b616b75', 'hex') };
/** As large as a forger of source addresses would say. */
const greedyEdns = { payload: 4096, dnssec: true };

/** What a server tells anyone about itself. */
export const aboutItself: readonly Ask[] = [
  chaos('version-bind', 'version.bind'),
  chaos('hostname-bind', 'hostname.bind'),
  chaos('id-server', 'id.server'),
];

/** Whether a server looks up names that are not its own, shows what it looked up, or sends strangers to the root. */
export function aboutOthers() {
  const names = unownedNames();
  return {
    recursion: [
      { ...own('recursion', names.first, 'A'), recursion: true, edns: plainEdns },
      { ...own('recursion-control', names.second, 'A'), recursion: true, edns: plainEdns },
    ],
    // Whoever looked the second name up for us holds it now.
    afterwards: [
      { ...own('cache-snoop', names.second, 'A'), edns: plainEdns },
      { ...own('root-referral', '.', 'NS'), edns: plainEdns },
    ],
  } as const satisfies Readonly<Record<string, readonly Ask[]>>;
}

/** How a server takes the forms of a question about a zone of its own. */
export function aboutServer(zone: string, hasUdp: boolean): readonly Ask[] {
  return [
    exactly('edns', zone, 'SOA', plainEdns),
    exactly('edns-version', zone, 'SOA', { ...plainEdns, version: 1 }),
    exactly('edns-option', zone, 'SOA', { ...plainEdns, options: [unknownOption] }),
    exactly('edns-flags', zone, 'SOA', { ...plainEdns, z: 0x0001 }),
    exactly('nsid', zone, 'SOA', { ...plainEdns, options: [nsidOption] }),
    exactly('qname-case', mixedCase(zone), 'SOA', plainEdns),
    ...(hasUdp
      ? [
          exactly('edns-truncation', zone, 'DNSKEY', { payload: 512, dnssec: true }),
          exactly('any-size', zone, 'ANY', greedyEdns),
          exactly('dnskey-size', zone, 'DNSKEY', greedyEdns),
          exactly('txt-size', zone, 'TXT', greedyEdns),
        ]
      : []),
  ];
}

/** The plainest form, for servers whose reach was not tried with it. */
export function withoutEdns(zone: string): Ask {
  return { ...own('edns-none', zone, 'SOA'), edns: null };
}

/** What a server holds of the zone. */
export function aboutZone(zone: string): readonly Ask[] {
  return [
    own('soa', zone, 'SOA'),
    own('ns', zone, 'NS'),
    own('mx', zone, 'MX'),
    own('dnskey', zone, 'DNSKEY'),
    own('nsec3param', zone, 'NSEC3PARAM'),
    own('cds', zone, 'CDS'),
    own('cdnskey', zone, 'CDNSKEY'),
    own('address', zone, 'A'),
    own('aaaa', zone, 'AAAA'),
    own('absent', `enkaku-${label()}.${zone}`, 'A'),
  ];
}

/** What a server of the parent says about the zone. */
export function ofParent(zone: string): readonly Ask[] {
  // Without DO, so that the size of the referral is that of the delegation alone.
  return [{ ...own('referral', zone, 'NS'), edns: plainEdns }, own('ds', zone, 'DS')];
}

/**
 * Names that exist nowhere, under two top-level domains, both reserved for examples (RFC 6761 §6.5: resolvers must
 * treat them as ordinary names). A server with a zone of its own above one of them does not have the other; a server
 * of the root zone answers both, but with AA. A resolver finds the NXDOMAIN, and the SOA of a zone it does not have.
 * The label is new each time, so that no cache can know it.
 */
function unownedNames(): { readonly first: string; readonly second: string } {
  return { first: `enkaku-${label()}.enkaku-control.example`, second: `enkaku-${label()}.example.com` };
}

function label(): string {
  return randomBytes(8).toString('hex');
}

/** Every second letter large: a server that keeps the case of the question says so by it. */
function mixedCase(name: string): string {
  return [...name].map((letter, index) => (index % 2 === 0 ? letter.toUpperCase() : letter)).join('');
}

function own(purpose: Purpose, name: string, type: DnsType): Ask {
  return { purpose, name, type, class: 'IN', recursion: false, edns: dnssecEdns };
}

function exactly(purpose: Purpose, name: string, type: DnsType, edns: Ask['edns']): Ask {
  return { ...own(purpose, name, type), edns, isAboutEdns: true };
}

function chaos(purpose: Purpose, name: string): Ask {
  return { purpose, name, type: 'TXT', class: 'CH', recursion: false, edns: null };
}
