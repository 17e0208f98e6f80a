import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { judge, notApplicable, safe } from '../verdicts.ts';
import type { Purpose } from './questions.ts';
import { askedOf, judgeServers } from './servers.ts';
import { proofOf, recordsIn } from './zone-data.ts';

/** What servers say that were told to say nothing. */
const nothing = /^(?:|none|unknown|hidden|[-.*]+)$/i;

/** Whether servers answer a question about themselves with any text of their own. */
export function judgeText(evidence: EvidenceOf<'dns-answers'>, purpose: Purpose): Verdict {
  return judgeServers(evidence, (server) => {
    const [own] = askedOf(server, purpose);
    if (own === undefined) return notApplicable;
    return judge(own.question.answer, {
      no: notApplicable,
      yes: () => {
        const told = recordsIn(own, 'answers', 'TXT').find(({ record }) => !nothing.test(record.data));
        if (told === undefined) return safe;
        return { verdict: 'vulnerable', confidence: 'verified', proof: [proofOf(evidence, told)] };
      },
    });
  });
}
