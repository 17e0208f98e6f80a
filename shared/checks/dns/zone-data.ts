import type { DnsAnswer } from '../../evidence/dns-answers/schema.ts';
import type { EvidenceOf } from '../../evidence/evidence.ts';
import { sameName } from '../../model/host-name.ts';
import type { Proof } from '../../model/verdict.ts';
import { type Asked, answerProof } from './questions.ts';
import { answerOf, askedOf, type NameServer, parentsOf, serversOf } from './servers.ts';

type Evidence = EvidenceOf<'dns-answers'>;
type Section = 'answers' | 'authority' | 'additional';

/** One record of an answer, and where it stands in the evidence. */
export interface Found {
  readonly asked: Asked;
  readonly section: Section;
  readonly index: number;
  readonly record: DnsAnswer['answers'][number];
}

export function recordsIn(asked: Asked, section: Section, type: string): readonly Found[] {
  const records = answerOf(asked)?.[section] ?? [];
  return records.flatMap((record, index) =>
    record.type === type ? [{ asked, section, index, record }] : [],
  );
}

export function proofOf(evidence: Evidence, { asked, section, index }: Found): Proof {
  return answerProof(evidence, asked, section, index, 'data');
}

/** Of many records that show the same, a few are proof enough. */
const mostProofs = 4;

export function proofsOf(
  evidence: Evidence,
  [first, ...others]: readonly [Found, ...Found[]],
): readonly [Proof, ...Proof[]] {
  const more = others.slice(0, mostProofs - 1).map((found) => proofOf(evidence, found));
  return [proofOf(evidence, first), ...more];
}

export interface Soa {
  readonly mname: string;
  readonly rname: string;
  readonly serial: number;
  readonly refresh: number;
  readonly retry: number;
  readonly expire: number;
  readonly minimum: number;
}

function parseSoa(data: string): Soa | undefined {
  const [mname, rname, ...numbers] = data.split(' ');
  const [serial, refresh, retry, expire, minimum, ...rest] = numbers.map(Number);
  if (mname === undefined || rname === undefined || minimum === undefined || rest.length > 0)
    return undefined;
  if (serial === undefined || refresh === undefined || retry === undefined || expire === undefined)
    return undefined;
  return { mname, rname, serial, refresh, retry, expire, minimum };
}

export interface FoundSoa extends Soa {
  readonly server: NameServer;
  readonly found: Found;
}

/** The zone's SOA as each server gives it with authority; of two looks, the last. */
export function soasOf(evidence: Evidence): readonly FoundSoa[] {
  return serversOf(evidence).flatMap((server) => {
    const [found] = askedOf(server, 'soa')
      .filter((asked) => answerOf(asked)?.flags.aa === true)
      .flatMap((asked) => recordsIn(asked, 'answers', 'SOA').slice(0, 1))
      .slice(-1);
    const soa = found === undefined ? undefined : parseSoa(found.record.data);
    return found === undefined || soa === undefined ? [] : [{ ...soa, server, found }];
  });
}

/** The name servers that the parent names: in a referral, or as its own answer where it serves the zone too. */
export function delegation(evidence: Evidence): readonly Found[] {
  const zone = evidence.endpoint.host;
  return parentsOf(evidence).flatMap((parent) =>
    askedOf(parent, 'referral').flatMap((asked) =>
      [...recordsIn(asked, 'authority', 'NS'), ...recordsIn(asked, 'answers', 'NS')].filter(({ record }) =>
        sameName(record.name, zone),
      ),
    ),
  );
}

/** The addresses that the parent gives along with it. */
export function glue(evidence: Evidence): readonly Found[] {
  return parentsOf(evidence).flatMap((parent) => askedOf(parent, 'referral').flatMap(glueIn));
}

function glueIn(asked: Asked): readonly Found[] {
  return [...recordsIn(asked, 'additional', 'A'), ...recordsIn(asked, 'additional', 'AAAA')];
}

/** The name servers that the zone itself names, as each server answers with authority. */
export function ownNameServers(evidence: Evidence): readonly Found[] {
  return serversOf(evidence).flatMap((server) =>
    askedOf(server, 'ns')
      .filter((asked) => answerOf(asked)?.flags.aa === true)
      .flatMap((asked) => recordsIn(asked, 'answers', 'NS')),
  );
}

/** Each name once, lower case. */
export function namesOf(found: readonly Found[]): readonly string[] {
  return [...new Set(found.map(({ record }) => record.data.toLowerCase()))].sort();
}
