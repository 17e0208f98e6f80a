import type { DnsAnswer } from '../../evidence/dns-answers/schema.ts';
import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { notApplicable, undetermined } from '../verdicts.ts';
import type { Asked } from './questions.ts';
import { answerOf, askedOf, isZone, judgeServers } from './servers.ts';

/** Judges what each server of a zone said first when it was asked for the zone's SOA. */
export function judgeReach(
  evidence: EvidenceOf<'dns-answers'>,
  judge: (asked: Asked, answer: DnsAnswer) => Verdict,
): Verdict {
  if (!isZone(evidence)) return notApplicable;
  return judgeServers(evidence, (server) => {
    const [soa] = askedOf(server, 'reach').filter((asked) => answerOf(asked) !== undefined);
    const answer = soa === undefined ? undefined : answerOf(soa);
    if (soa === undefined || answer === undefined) return undetermined('no-answer');
    return judge(soa, answer);
  });
}

export function holdsSoa({ answers }: DnsAnswer): boolean {
  return answers.some(({ type }) => type === 'SOA');
}
