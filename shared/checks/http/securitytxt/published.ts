import type { Verdict } from '../../../model/verdict.ts';
import { notApplicable } from '../../verdicts.ts';
import { type Answer, answersTo, type HttpEvidence, header } from '../pages.ts';

export const securityTxtPath = '/.well-known/security.txt';

/** RFC 9116 §2.5.3: Contact must be there. A page that says "not found" with 200 has none. */
export function isSecurityTxt({ response }: Answer): boolean {
  const type = header(response, 'content-type') ?? 'text/plain';
  return response.status === 200 && /^\s*text\/plain/i.test(type) && /^contact:\s*\S/im.test(response.body);
}

/** Judges the file where there is one; that there is none is another check's. */
export function judgeSecurityTxt(web: HttpEvidence, verdict: (file: Answer) => Verdict): Verdict {
  const [answer] = answersTo(web, 'security-txt');
  if (web.data.scheme !== 'https' || answer === undefined || !isSecurityTxt(answer)) return notApplicable;
  return verdict(answer);
}
