import type { Text } from '../../model/text.ts';
import type { Verdict } from '../../model/verdict.ts';
import { safe } from '../verdicts.ts';
import { answersTo, type HttpEvidence, type HttpPurpose, headers, judgeAnswered, proofIn } from './pages.ts';

const everywhere: readonly HttpPurpose[] = [
  'root',
  'redirected',
  'page-http2',
  'missing-page',
  'security-txt',
];

/** The first value of a header, on pages and error pages alike, in which `telling` finds something. */
export function judgeDisclosure(
  evidence: HttpEvidence,
  names: readonly string[],
  telling: (value: string) => string | undefined,
): Verdict {
  for (const answer of answersTo(evidence, ...everywhere)) {
    for (const { at, value } of names.flatMap((name) => headers(answer.response, name))) {
      const part = telling(value);
      if (part === undefined) continue;
      return {
        verdict: 'vulnerable',
        confidence: 'verified',
        proof: [proofIn(evidence, answer, ['headers', at, 1])],
        detail: told(answer.response.headers[at]?.[0] ?? '', part),
      };
    }
  }
  return judgeAnswered(evidence, () => safe);
}

function told(name: string, part: string): Text {
  const shown = part.replaceAll(/[^\x20-\x7e]/g, '').slice(0, 100);
  const header = name.replaceAll(/[^\x21-\x7e]/g, '').slice(0, 60);
  return { ja: `${header} に「${shown}」と表示されています。`, en: `${header} says "${shown}".` };
}
