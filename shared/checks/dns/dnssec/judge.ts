import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Text } from '../../../model/text.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { answerOf, askedOf, isZone, judgeServers, parentsOf, serversOf, withoutServers } from '../servers.ts';
import { type Found, proofsOf, recordsIn } from '../zone-data.ts';
import { type DnsKey, type Ds, dsOf, isUnsigned, keysOf, parseRrsig, type Rrsig } from './records.ts';

/** RFC 9276 §3.1: no iterations, no salt. */
export const nsec3Snippets = {
  bind: 'dnssec-policy "strong" {\n  nsec3param iterations 0 optout no salt-length 0;\n};',
  nsd: 'ldns-signzone -n -t 0 {domain}.zone KSK ZSK',
  knot: 'policy:\n  - id: strong\n    nsec3: on\n    nsec3-iterations: 0\n    nsec3-salt-length: 0\n    nsec3-opt-out: off',
  'windows-dns':
    'Set-DnsServerDnsSecZoneSetting -ZoneName "{domain}" -NSec3Iterations 0 -NSec3RandomSaltLength 0',
} as const;

type Evidence = EvidenceOf<'dns-answers'>;

/** A fault of a record, in a sentence; undefined where there is none. */
export type Fault = Text | undefined;

/** Accuses the keys of a signed zone that have the fault. */
export function judgeKeys(evidence: Evidence, faultOf: (key: DnsKey) => Fault): Verdict {
  if (!isZone(evidence) || isUnsigned(evidence)) return notApplicable;
  return judgeServers(evidence, (server) => {
    const [asked] = askedOf(server, 'dnskey');
    if (asked === undefined || answerOf(asked) === undefined) return undetermined('no-answer');
    const keys = keysOf(server);
    if (keys.length === 0) return notApplicable;
    return accuse(
      evidence,
      keys.map((key) => [key.found, faultOf(key)] as const),
    );
  });
}

/** Accuses the DS records at the parent that have the fault. */
export function judgeDs(evidence: Evidence, faultOf: (ds: Ds) => Fault): Verdict {
  if (!isZone(evidence)) return notApplicable;
  const parents = parentsOf(evidence).flatMap((parent) => askedOf(parent, 'ds'));
  const all = dsOf(evidence);
  if (all.length > 0)
    return accuse(
      evidence,
      all.map((ds) => [ds.found, faultOf(ds)] as const),
    );
  if (parents.length === 0)
    return serversOf(evidence).length === 0 ? withoutServers(evidence) : undetermined('no-answer');
  return parents.some((asked) => answerOf(asked) !== undefined) ? notApplicable : undetermined('no-answer');
}

export interface Nsec3 {
  readonly found: Found;
  readonly optOut: boolean;
  readonly iterations: number;
  readonly salt: string;
}

/** Accuses the NSEC3 records in the denial of a name, or NSEC3PARAM, that have the fault. */
export function judgeNsec3(evidence: Evidence, faultOf: (nsec3: Nsec3) => Fault): Verdict {
  if (!isZone(evidence) || isUnsigned(evidence)) return notApplicable;
  return judgeServers(evidence, (server) => {
    if (keysOf(server).length === 0) return notApplicable;
    const found = [
      ...askedOf(server, 'absent').flatMap((asked) => recordsIn(asked, 'authority', 'NSEC3')),
      ...askedOf(server, 'nsec3param').flatMap((asked) => recordsIn(asked, 'answers', 'NSEC3PARAM')),
    ];
    const all = found.flatMap(parseNsec3);
    if (all.length > 0)
      return accuse(
        evidence,
        all.map((nsec3) => [nsec3.found, faultOf(nsec3)] as const),
      );
    return askedOf(server, 'absent').some((asked) => answerOf(asked) !== undefined)
      ? notApplicable
      : undetermined('no-answer');
  });
}

function parseNsec3(found: Found): readonly Nsec3[] {
  const [algorithm, flags, iterations, salt] = found.record.data.split(' ');
  if (algorithm !== '1' || salt === undefined) return [];
  return [{ found, optOut: (Number(flags) & 1) !== 0, iterations: Number(iterations), salt }];
}

/** Accuses the signatures over the zone's own records that have the fault. */
export function judgeRrsigs(evidence: Evidence, faultOf: (rrsig: Rrsig, found: Found) => Fault): Verdict {
  if (!isZone(evidence) || isUnsigned(evidence)) return notApplicable;
  return judgeServers(evidence, (server) => {
    const found = (['soa', 'dnskey', 'ns'] as const)
      .flatMap((purpose) => askedOf(server, purpose))
      .flatMap((asked) => recordsIn(asked, 'answers', 'RRSIG'));
    const all = found.flatMap((each) => {
      const rrsig = parseRrsig(each.record.data);
      return rrsig === undefined ? [] : [[each, faultOf(rrsig, each)] as const];
    });
    return all.length === 0 ? notApplicable : accuse(evidence, all);
  });
}

function accuse(evidence: Evidence, judged: readonly (readonly [Found, Fault])[]): Verdict {
  const [first, ...others] = judged.flatMap(([found, fault]) =>
    fault === undefined ? [] : [{ found, fault }],
  );
  if (first === undefined) return safe;
  return {
    verdict: 'vulnerable',
    confidence: 'verified',
    proof: proofsOf(evidence, [first.found, ...others.map(({ found }) => found)]),
    detail: first.fault,
  };
}
