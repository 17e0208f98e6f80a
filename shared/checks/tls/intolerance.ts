import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { proofAt } from '../proof.ts';
import { safe } from '../verdicts.ts';
import { judgeSpoken } from './version-offered.ts';

/** A hello was answered by nothing, twice, while the same one without the peculiarity was. */
export function intolerant(
  hello: EvidenceOf<'tls-hello'>,
  kind: keyof EvidenceOf<'tls-hello'>['data']['intolerance'],
): Verdict {
  return judgeSpoken(hello, hello.data.intolerance[kind], {
    no: safe,
    yes: ({ reaction, alert }) => ({
      verdict: 'vulnerable',
      confidence: 'verified',
      proof: [
        proofAt(hello, ['intolerance', kind, 'value', 'reaction']),
        proofAt(hello, ['intolerance', kind, 'value', 'control']),
      ],
      detail: {
        ja: `サーバーの反応：${reaction}${alert === null ? '' : `（警告 ${alert}）`}`,
        en: `The server’s reaction: ${reaction}${alert === null ? '' : ` (alert ${alert})`}.`,
      },
    }),
  });
}
