import type { Severity } from '../../../model/severity.ts';
import type { Text } from '../../../model/text.ts';
import type { Vulnerable } from '../../verdicts.ts';
import type { SetCookie } from '../cookies.ts';
import { type HttpEvidence, proofIn } from '../pages.ts';

const namesShown = 5;

/** The cookies at fault, with the headers that set them; `rating` where it is not the check's own. */
export function accuseCookies(
  evidence: HttpEvidence,
  [first, ...rest]: readonly [SetCookie, ...SetCookie[]],
  rating?: { readonly severity: Severity; readonly reason: Text },
): Vulnerable {
  const proof = ({ answer, at }: SetCookie) => proofIn(evidence, answer, ['headers', at, 1]);
  const names = new Set(
    [first, ...rest].map(({ cookie }) => cookie.name.replaceAll(/[^\x21-\x7e]/g, '').slice(0, 60)),
  );
  const shown = [...names].slice(0, namesShown).join(', ');
  return {
    verdict: 'vulnerable',
    confidence: 'verified',
    proof: [proof(first), ...rest.slice(0, namesShown - 1).map(proof)],
    detail: {
      ja: `対象の Cookie：${shown}。${rating?.reason.ja ?? ''}`,
      en: `Cookies: ${shown}.${rating === undefined ? '' : ` ${rating.reason.en}`}`,
    },
    ...(rating === undefined ? {} : { severity: rating.severity }),
  };
}
