import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Text } from '../../model/text.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { Check } from '../check.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';
import { recordFixes } from './fixes.ts';
import { answerProof } from './questions.ts';
import { answerOf, askedOf, isZone, judgeServers } from './servers.ts';
import { recordsIn } from './zone-data.ts';

export const sensibleTtl: Text = {
  ja: 'DNS レコードの保持時間（TTL）は適切です',
  en: 'The records may be kept for a sensible time (TTL)',
};

export function ttlFixes(what: Text): Check['fixes'] {
  return recordFixes('dig {domain} NS +norecurse @{server}', what, '{domain}. 86400 IN NS ns1.{domain}.');
}

/** Accuses the zone's own records that may be kept for a wrong time, in seconds. */
export function judgeTtl(evidence: EvidenceOf<'dns-answers'>, isWrong: (ttl: number) => boolean): Verdict {
  if (!isZone(evidence)) return notApplicable;
  return judgeServers(evidence, (server) => {
    const asked = (['soa', 'ns', 'mx', 'address', 'aaaa'] as const).flatMap((purpose) =>
      askedOf(server, purpose),
    );
    const own = asked.filter((each) => answerOf(each)?.flags.aa === true);
    const found = own.flatMap((each) => recordsIn(each, 'answers', each.question.type));
    if (found.length === 0) return undetermined('no-answer');
    const wrong = found.find(({ record }) => isWrong(record.ttl));
    if (wrong === undefined) return safe;
    const { asked: where, section, index, record } = wrong;
    return {
      verdict: 'vulnerable',
      confidence: 'verified',
      proof: [answerProof(evidence, where, section, index, 'ttl')],
      detail: {
        ja: `${record.type} の TTL は ${record.ttl} 秒です。`,
        en: `The TTL of ${record.type} is ${record.ttl} s.`,
      },
    };
  });
}
