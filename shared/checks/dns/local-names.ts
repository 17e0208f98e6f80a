import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { judge, notApplicable, safe } from '../verdicts.ts';
import { answerProof, asked } from './questions.ts';

/** Accuses a host that answers, across the Internet, what is meant for machines in one room. */
export function judgeLocalNames(evidence: EvidenceOf<'dns-answers'>, protocol: 'llmnr' | 'mdns'): Verdict {
  const [local] = asked(evidence, protocol);
  if (local === undefined) return notApplicable;
  return judge(local.question.answer, {
    no: safe,
    yes: () => ({
      verdict: 'vulnerable',
      confidence: 'verified',
      proof: [answerProof(evidence, local, 'raw')],
    }),
  });
}
