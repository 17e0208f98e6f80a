import type { EvidenceOf } from '../../../evidence/evidence.ts';
import { epochMs, type Instant } from '../../../model/instant.ts';
import type { Text } from '../../../model/text.ts';
import type { Proof, Verdict } from '../../../model/verdict.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { type Asked, answerProof, rcode } from '../questions.ts';
import { answerOf, askedOf, type NameServer } from '../servers.ts';
import { type Found, proofOf, recordsIn } from '../zone-data.ts';
import { algorithmName, dsOf, keysOf, parseRrsig, type Rrsig } from './records.ts';

type Evidence = EvidenceOf<'dns-answers'>;

/** Clocks differ by minutes. */
const toleratedMs = 5 * 60_000;
/** Sets of the zone that have to be signed wherever they exist. */
const signedSets = ['soa', 'ns', 'mx', 'address', 'aaaa'] as const;

/** Follows the chain from the parent's DS over the keys to the records, as one server gives them. */
export function judgeChain(evidence: Evidence, server: NameServer, at: Instant): Verdict {
  const [asked] = askedOf(server, 'dnskey');
  const answer = asked === undefined ? undefined : answerOf(asked);
  if (asked === undefined || answer === undefined) return undetermined('no-answer');
  if (answer.rcode !== rcode.noError) return undetermined(`rcode-${answer.rcode}`);
  if (answer.edns === null) return undetermined('no-edns');
  const [firstDs] = dsOf(evidence);
  if (firstDs === undefined) return notApplicable;
  const dsProof = proofOf(evidence, firstDs.found);
  if (keysOf(server).length === 0)
    return bogus([dsProof, answerProof(evidence, asked, 'raw')], faults.noKeys);

  const digests = evidence.data.digests.filter(({ keys }) => keys === asked.index);
  const matching = digests.filter(({ result }) => result === 'matches');
  if (matching.length === 0) {
    if (digests.every(({ result }) => result === 'unsupported')) return undetermined('unknown-digest');
    return bogus([dsProof, answerProof(evidence, asked, 'answers')], faults.noMatch);
  }
  const tags = new Set(matching.flatMap((digest) => tagOfDs(evidence, digest)));
  const keyFault = faultOfSet(evidence, asked, 'DNSKEY', at, (rrsig) => tags.has(rrsig.tag));
  if (keyFault !== undefined) return keyFault;
  for (const purpose of signedSets) {
    for (const each of askedOf(server, purpose)) {
      const type = each.question.type;
      if (answerOf(each)?.flags.aa !== true || recordsIn(each, 'answers', type).length === 0) continue;
      const fault = faultOfSet(evidence, each, type, at, () => true);
      if (fault !== undefined) return fault;
    }
  }
  return faultOfDenial(evidence, server, at) ?? faultOfAlgorithms(evidence, server, asked) ?? safe;
}

function tagOfDs(
  { data }: Evidence,
  { question, index }: { question: number; index: number },
): readonly number[] {
  const answer = data.questions[question]?.answer;
  if (answer?.outcome !== 'yes') return [];
  return [Number(answer.value.answers[index]?.data.split(' ')[0])];
}

/** A set holds when one of its signatures does: valid, in time, and by a key that counts. */
function faultOfSet(
  evidence: Evidence,
  asked: Asked,
  type: string,
  at: Instant,
  counts: (rrsig: Rrsig) => boolean,
  section: 'answers' | 'authority' = 'answers',
): Verdict | undefined {
  const signatures = recordsIn(asked, section, 'RRSIG').flatMap((found) => {
    const rrsig = parseRrsig(found.record.data);
    return rrsig?.covered === type && counts(rrsig) ? [{ found, rrsig }] : [];
  });
  const [first] = signatures;
  if (first === undefined) return bogus([answerProof(evidence, asked, section)], faults.unsigned(type));
  const judged = signatures.map((each) => ({ ...each, result: resultOf(evidence, each.found) }));
  const isInTime = ({ expiresMs, beginsMs }: Rrsig) =>
    expiresMs + toleratedMs >= epochMs(at) && beginsMs - toleratedMs <= epochMs(at);
  if (judged.some(({ result, rrsig }) => result === 'valid' && isInTime(rrsig))) return undefined;
  const untimely = judged.find(({ result, rrsig }) => result === 'valid' && !isInTime(rrsig));
  if (untimely !== undefined) return bogus([proofOf(evidence, untimely.found)], faults.untimely(type));
  if (judged.some(({ result }) => result === 'unsupported')) return undetermined('unknown-signature');
  if (judged.every(({ result }) => result === undefined)) return undetermined('garbled');
  return bogus([proofOf(evidence, first.found), answerProof(evidence, asked, 'raw')], faults.invalid(type));
}

function resultOf({ data }: Evidence, { asked, section, index }: Found) {
  return data.signatures.find(
    (each) => each.question === asked.index && each.section === section && each.index === index,
  )?.result;
}

/** That a name does not exist has to be signed too. */
function faultOfDenial(evidence: Evidence, server: NameServer, at: Instant): Verdict | undefined {
  const [absent] = askedOf(server, 'absent');
  const answer = absent === undefined ? undefined : answerOf(absent);
  if (absent === undefined || answer?.flags.aa !== true || answer.rcode !== rcode.nxDomain) return undefined;
  const type = (['NSEC', 'NSEC3'] as const).find((each) => recordsIn(absent, 'authority', each).length > 0);
  if (type === undefined)
    return bogus(
      [answerProof(evidence, absent, 'authority'), answerProof(evidence, absent, 'raw')],
      faults.noDenial,
    );
  return faultOfSet(evidence, absent, type, at, () => true, 'authority');
}

/**
 * RFC 4035 §2.2: every algorithm that the DS promises signs the zone. Most validators are content with one that holds
 * (RFC 6840 §5.11), so it is less than a failure.
 */
function faultOfAlgorithms(evidence: Evidence, server: NameServer, dnskey: Asked): Verdict | undefined {
  const soas = askedOf(server, 'soa').filter((each) => answerOf(each)?.flags.aa === true);
  const signing = new Set(
    [dnskey, ...soas]
      .flatMap((each) => recordsIn(each, 'answers', 'RRSIG'))
      .flatMap(({ record }) => parseRrsig(record.data)?.algorithm ?? []),
  );
  const missing = dsOf(evidence).find(({ algorithm }) => !signing.has(algorithm));
  if (missing === undefined || signing.size === 0) return undefined;
  return {
    verdict: 'vulnerable',
    confidence: 'verified',
    severity: 'medium',
    proof: [proofOf(evidence, missing.found), answerProof(evidence, dnskey, 'raw')],
    detail: {
      ja: `上位の DS は ${algorithmName(missing.algorithm)} の鍵を示していますが、その方式の署名がありません。一部の検証サーバーで失敗します。`,
      en: `The DS at the parent names a key of ${algorithmName(missing.algorithm)}, but nothing is signed with it. Some validators fail.`,
    },
  };
}

function bogus(proof: readonly [Proof, ...Proof[]], detail: Text): Verdict {
  return { verdict: 'vulnerable', confidence: 'verified', proof, detail };
}

const faults = {
  noKeys: {
    ja: '上位に DS がありますが、このサーバーのゾーンには鍵（DNSKEY）がありません。',
    en: 'The parent has a DS, but the zone of this server has no keys (DNSKEY).',
  },
  noMatch: {
    ja: '上位の DS に合う鍵（DNSKEY）がゾーンにありません。',
    en: 'No key (DNSKEY) of the zone matches the DS at the parent.',
  },
  noDenial: {
    ja: '存在しない名前への応答に、証明（NSEC、NSEC3）がありません。',
    en: 'The denial of a name that does not exist carries no proof (NSEC, NSEC3).',
  },
  unsigned: (type: string) => ({
    ja: `${type} レコードに、有効な鍵による署名（RRSIG）がありません。`,
    en: `The ${type} records carry no signature (RRSIG) by a key that counts.`,
  }),
  untimely: (type: string) => ({
    ja: `${type} レコードの署名（RRSIG）の有効期間が過ぎているか、まだ始まっていません。`,
    en: `The signature (RRSIG) of the ${type} records has expired or is not valid yet.`,
  }),
  invalid: (type: string) => ({
    ja: `${type} レコードの署名（RRSIG）が内容と合いません。`,
    en: `The signature (RRSIG) of the ${type} records does not fit their contents.`,
  }),
} as const;
