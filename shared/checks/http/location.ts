import type { Verdict } from '../../model/verdict.ts';
import { safe, undetermined } from '../verdicts.ts';
import { badHeader } from './missing-header.ts';
import { type Answer, type HttpEvidence, headers, leadsTo } from './pages.ts';

/** A redirect to a name that only our own request held. */
export function judgeLocation(web: HttpEvidence, answer: Answer, foreign: string | undefined): Verdict {
  if (foreign === undefined || foreign === '') return undetermined('no-control');
  const to = leadsTo(answer);
  if (to?.hostname !== foreign.toLowerCase()) return safe;
  return badHeader(web, answer, headers(answer.response, 'location')[0]?.at ?? 0, {
    ja: `こちらが書いた、存在しない名前 ${foreign} へ転送されました。`,
    en: `It redirected to ${foreign}, a name that does not exist and that we had put there.`,
  });
}
