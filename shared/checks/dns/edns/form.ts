import type { DnsAnswer } from '../../../evidence/dns-answers/schema.ts';
import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { proofAt } from '../../proof.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { type Asked, answerProof, type Purpose, rcode } from '../questions.ts';
import { answerOf, askedOf, judgeServers, type NameServer } from '../servers.ts';

type Evidence = EvidenceOf<'dns-answers'>;

export const formErr = 1;
/** RFC 6891 §9. */
export const badVers = 16;

/**
 * Judges one form of a question at every server that takes the plain form. A server that answers the plain form and
 * stays silent twice to this one drops it, or something on the way does: a sign, no proof.
 */
export function judgeForm(
  evidence: Evidence,
  purpose: Purpose,
  isWrong: (answer: DnsAnswer) => boolean,
): Verdict {
  return judgeServers(evidence, (server) => {
    const [form] = askedOf(server, purpose);
    if (form === undefined || !takesEdns(server)) return notApplicable;
    const answer = answerOf(form);
    if (answer === undefined) return silence(evidence, form);
    if (answer.rcode === rcode.refused || answer.rcode === rcode.servFail)
      return undetermined(`rcode-${answer.rcode}`);
    if (!isWrong(answer)) return safe;
    return { verdict: 'vulnerable', confidence: 'verified', proof: [answerProof(evidence, form, 'raw')] };
  });
}

/** Whether the server answers a question with EDNS by one. */
function takesEdns(server: NameServer): boolean {
  return askedOf(server, 'edns').some((asked) => answerOf(asked)?.edns != null);
}

export function silence(evidence: Evidence, { index, question }: Asked): Verdict {
  if (question.answer.outcome !== 'unknown') return undetermined('refused');
  if (question.answer.reason !== 'timeout') return undetermined(question.answer.reason);
  return {
    verdict: 'vulnerable',
    confidence: 'inferred',
    proof: [proofAt(evidence, ['questions', index, 'answer', 'reason'])],
    detail: {
      ja: '通常の問い合わせには答えますが、この形の問い合わせには 2 回とも応答がありませんでした。途中の機器が捨てている可能性もあります。',
      en: 'Plain questions are answered, but this form stayed without an answer twice. Something on the way may be dropping it.',
    },
  };
}
