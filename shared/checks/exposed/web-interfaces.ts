import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { proofAt } from '../proof.ts';
import { judge, notApplicable, safe, undetermined } from '../verdicts.ts';
import { answerAt } from './markers.ts';

/** How an interface of a product shows itself at a path, and how it turns strangers away. */
export interface WebInterface {
  readonly path: string;
  /** In the page of a 200. */
  readonly open: RegExp;
  /** Another status by which it asks who one is: 401 or 403 with this in its page or headers. */
  readonly protectedBy?: RegExp;
}

/** Whether an interface serves anyone at its path. A page of something else is not this check's. */
export function judgeInterface(
  evidence: EvidenceOf<'web-gear'>,
  { path, open, protectedBy }: WebInterface,
): Verdict {
  const answer = answerAt(evidence, path);
  if (answer === undefined) return notApplicable;
  return judge(answer.response, {
    no: safe,
    yes: ({ status, body, headers }) => {
      const where = ['exchanges', answer.index, 'response', 'value'];
      const match = status === 200 ? open.exec(body) : null;
      if (match !== null) {
        return {
          verdict: 'vulnerable',
          confidence: 'verified',
          proof: [proofAt(evidence, [...where, 'body'], match[0]), proofAt(evidence, [...where, 'status'])],
          place: path,
        };
      }
      const isRefusal = status === 401 || status === 403;
      const text = `${headers.map((header) => header.join(': ')).join('\n')}\n${body}`;
      if (isRefusal && (protectedBy === undefined || protectedBy.test(text))) return safe;
      return isRefusal || status >= 500 ? undetermined('refused') : notApplicable;
    },
  });
}
