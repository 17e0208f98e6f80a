import type { EvidenceOf } from '../../../evidence/evidence.ts';
import { answerOf, askedOf, type NameServer, parentsOf, serversOf } from '../servers.ts';
import { type Found, recordsIn } from '../zone-data.ts';

type Evidence = EvidenceOf<'dns-answers'>;

export interface DnsKey {
  readonly found: Found;
  readonly flags: number;
  readonly algorithm: number;
  /** Raw key material, one character an octet. */
  readonly material: string;
}

export interface Ds {
  readonly found: Found;
  readonly tag: number;
  readonly algorithm: number;
  readonly digestType: number;
}

export interface Rrsig {
  readonly covered: string;
  readonly algorithm: number;
  /** Instants, in milliseconds. */
  readonly expiresMs: number;
  readonly beginsMs: number;
  readonly tag: number;
}

/** Of one server; a key with REVOKE (RFC 5011) is on its way out and not judged. */
export function keysOf(server: NameServer): readonly DnsKey[] {
  return askedOf(server, 'dnskey')
    .flatMap((asked) => recordsIn(asked, 'answers', 'DNSKEY'))
    .flatMap((found) => {
      const [flags, protocol, algorithm, key = ''] = found.record.data.split(' ');
      if (protocol !== '3' || !/^[A-Za-z0-9+/]+=*$/.test(key)) return [];
      const isRevoked = (Number(flags) & 0x80) !== 0;
      return isRevoked
        ? []
        : [{ found, flags: Number(flags), algorithm: Number(algorithm), material: atob(key) }];
    });
}

/** RFC 4034 appendix B, over flags, protocol 3, algorithm and key. */
export function tagOf({ flags, algorithm, material }: DnsKey): number {
  const octets = [
    flags >> 8,
    flags & 0xff,
    3,
    algorithm,
    ...[...material].map((character) => character.charCodeAt(0)),
  ];
  const sum = octets.reduce((total, octet, index) => total + (index % 2 === 0 ? octet << 8 : octet), 0);
  return (sum + (sum >> 16)) & 0xffff;
}

/** Each distinct one of the parent's servers. */
export function dsOf(evidence: Evidence): readonly Ds[] {
  const all = parentsOf(evidence)
    .flatMap((parent) => askedOf(parent, 'ds'))
    .flatMap((asked) => recordsIn(asked, 'answers', 'DS'));
  const distinct = new Map(all.map((found) => [found.record.data, found]));
  return [...distinct.values()].map((found) => {
    const [tag, algorithm, digestType] = found.record.data.split(' ').map(Number);
    return { found, tag: tag ?? 0, algorithm: algorithm ?? 0, digestType: digestType ?? 0 };
  });
}

/** Whether a server publishes keys at all. */
export function isSigned(evidence: Evidence): boolean {
  return serversOf(evidence).some((server) => keysOf(server).length > 0);
}

/** Neither a DS nor a key, as somebody has said: then a silent server has nothing to hide about DNSSEC. */
export function isUnsigned(evidence: Evidence): boolean {
  const heard = serversOf(evidence).some((server) =>
    askedOf(server, 'dnskey').some((asked) => answerOf(asked)?.rcode === 0),
  );
  return heard && !isSigned(evidence) && dsOf(evidence).length === 0;
}

export function parseRrsig(data: string): Rrsig | undefined {
  const [covered, algorithm, , , expires, begins, tag] = data.split(' ');
  const [expiresMs, beginsMs] = [timeOf(expires), timeOf(begins)];
  if (covered === undefined || expiresMs === undefined || beginsMs === undefined) return undefined;
  return { covered, algorithm: Number(algorithm), expiresMs, beginsMs, tag: Number(tag) };
}

/** RFC 4034 §3.2: YYYYMMDDHHmmSS in UTC. */
function timeOf(text = ''): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text)?.slice(1).map(Number);
  if (parts === undefined) return undefined;
  const [year = 0, month = 1, ...rest] = parts;
  const [day = 1, hour = 0, minute = 0, second = 0] = rest;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** Size of the modulus in bits, and the exponent, of an RSA key (RFC 3110 §2); undefined for any other. */
export function rsaOf({ algorithm, material }: DnsKey): { bits: number; exponent: bigint } | undefined {
  if (!rsaAlgorithms.has(algorithm)) return undefined;
  const octets = [...material].map((character) => character.charCodeAt(0));
  const short = octets[0] ?? 0;
  const length = short > 0 ? short : ((octets[1] ?? 0) << 8) | (octets[2] ?? 0);
  const start = short > 0 ? 1 : 3;
  const modulus = octets
    .slice(start + length)
    .filter((octet, index, all) => octet !== 0 || all.slice(0, index).some(Boolean));
  if (modulus.length === 0) return undefined;
  const bits = (modulus.length - 1) * 8 + (32 - Math.clz32(modulus[0] ?? 0));
  const exponent = octets
    .slice(start, start + length)
    .reduce((sum, octet) => (sum << 8n) | BigInt(octet), 0n);
  return { bits, exponent };
}

const rsaAlgorithms = new Set([1, 5, 7, 8, 10]);

/** As people call them (IANA “DNS Security Algorithm Numbers”). */
export function algorithmName(algorithm: number): string {
  return algorithmNames[algorithm] ?? `algorithm ${algorithm}`;
}

const algorithmNames: Readonly<Record<number, string>> = {
  1: 'RSAMD5',
  3: 'DSA',
  5: 'RSASHA1',
  6: 'DSA-NSEC3-SHA1',
  7: 'RSASHA1-NSEC3-SHA1',
  8: 'RSASHA256',
  10: 'RSASHA512',
  12: 'ECC-GOST',
  13: 'ECDSAP256SHA256',
  14: 'ECDSAP384SHA384',
  15: 'ED25519',
  16: 'ED448',
};
