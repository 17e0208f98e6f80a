import type { Verdict } from '../../../model/verdict.ts';
import { notApplicable } from '../../verdicts.ts';
import { type Answer, type HttpEvidence, headers, judgePage } from '../pages.ts';
import { type Hsts, parseHsts } from './directives.ts';

interface Sent {
  readonly hsts: Hsts;
  readonly page: Answer;
  /** The number of the header that holds it. */
  readonly at: number;
}

/** Judges what HSTS says on a page; that it is missing or says nothing is another check's. The first header counts. */
export function judgeHsts(web: HttpEvidence, verdict: (sent: Sent) => Verdict): Verdict {
  if (web.data.scheme !== 'https') return notApplicable;
  return judgePage(web, (page) => {
    const [sent] = headers(page.response, 'strict-transport-security');
    const hsts = sent && parseHsts(sent.value);
    return sent === undefined || hsts === undefined ? notApplicable : verdict({ hsts, page, at: sent.at });
  });
}
