import type { DnsQuestion } from '@enkaku/shared/evidence/dns-answers/schema.ts';
import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { type RecordIn, readSections } from '@enkaku/shared/protocol/dns/message.ts';
import { MalformedDnsError } from '@enkaku/shared/protocol/dns/name.ts';
import { typeCodes } from '@enkaku/shared/protocol/dns/types.ts';
import { wireName } from './canonical.ts';
import { type DnsKey, readKey } from './key.ts';
import { checkDigest, checkSignature } from './signature.ts';

type Facts = Pick<EvidenceData['dns-answers'], 'signatures' | 'digests'>;
type Signature = Facts['signatures'][number];
type Digest = Facts['digests'][number];

const most = { signatures: 1024, digests: 512 } as const;
const sections = ['answers', 'authority'] as const;
/** A zone has a handful of keys and an answer a handful of signatures; more are somebody's trap (CVE-2023-50387). */
const mostKeys = 32;
const mostSignaturesEach = 32;

/** Answers with whole sets; ANY and cut answers may bring a signature without all of its set. */
const surveyed: ReadonlySet<DnsQuestion['purpose']> = new Set([
  'soa',
  'ns',
  'mx',
  'dnskey',
  'nsec3param',
  'cds',
  'cdnskey',
  'address',
  'aaaa',
  'server-address',
  'absent',
  'ds',
]);

interface Message {
  readonly index: number;
  readonly question: DnsQuestion;
  readonly bytes: Buffer;
  readonly sections: readonly (readonly RecordIn[])[];
}

/**
 * Checks every RRSIG in the answers of the zone's servers with the DNSKEY set of the same server, and every DS of the
 * parent with each of these sets. What it finds is mathematics; the check judges it, times included.
 */
export function surveySignatures(questions: readonly DnsQuestion[], zone: string): Facts {
  const messages = questions.flatMap(readMessage);
  const keySets = messages.filter(({ question }) => question.purpose === 'dnskey');
  const keysOf = (server: string) =>
    keySets.filter(({ question }) => question.server === server).flatMap(keysIn);
  const servers = [...new Set(keySets.map(({ question }) => question.server))];
  const signatures = servers.flatMap((server) => {
    const keys = keysOf(server);
    return messages
      .filter(({ question }) => question.server === server)
      .flatMap((each) => signaturesIn(each, keys));
  });
  const owner = wireName(zone.split('.').map((label) => Buffer.from(label, 'latin1')));
  const digests = messages
    .filter(({ question }) => question.purpose === 'ds')
    .flatMap((each) => keySets.flatMap((set) => digestsIn(each, set, owner)));
  return { signatures: signatures.slice(0, most.signatures), digests: digests.slice(0, most.digests) };
}

function readMessage(question: DnsQuestion, index: number): readonly Message[] {
  if (question.answer.outcome !== 'yes' || !surveyed.has(question.purpose)) return [];
  const bytes = Buffer.from(question.answer.value.raw, 'hex');
  return orNothing(() => [{ index, question, bytes, sections: readSections(bytes) }]);
}

function keysIn({ bytes, sections: [answers = []] }: Message): readonly DnsKey[] {
  return answers
    .filter(({ place }) => place.type === typeCodes.DNSKEY)
    .slice(0, mostKeys)
    .flatMap(({ place }) => readKey(bytes.subarray(place.start, place.end)) ?? []);
}

function signaturesIn(message: Message, keys: readonly DnsKey[]): readonly Signature[] {
  return sections.flatMap((section, at) => {
    const records = (message.sections[at] ?? []).filter(({ place }) => place.type !== typeCodes.OPT);
    const signatures = [...records.entries()].filter(([, { place }]) => place.type === typeCodes.RRSIG);
    return signatures.slice(0, mostSignaturesEach).flatMap(([index, rrsig]) => {
      return orNothing(() => {
        const covered = message.bytes.readUInt16BE(rrsig.place.start);
        const set = records.filter(
          ({ name, place }) => place.type === covered && name.toLowerCase() === rrsig.name.toLowerCase(),
        );
        const result = checkSignature(message.bytes, rrsig, set, keys);
        return [{ question: message.index, section, index, result }];
      });
    });
  });
}

function digestsIn(message: Message, keySet: Message, owner: Buffer): readonly Digest[] {
  const keys = keysIn(keySet);
  const [answers = []] = message.sections;
  return answers.flatMap(({ place }, index) =>
    place.type === typeCodes.DS
      ? [
          {
            question: message.index,
            index,
            keys: keySet.index,
            result: checkDigest(message.bytes.subarray(place.start, place.end), owner, keys),
          },
        ]
      : [],
  );
}

/** Bytes that cannot be read say nothing; the answer itself stays in the evidence. */
function orNothing<T>(read: () => readonly T[]): readonly T[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof MalformedDnsError || error instanceof RangeError) return [];
    throw error;
  }
}
