import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Observed } from '../../../model/observed.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { proofAt } from '../../proof.ts';
import { safe, undetermined } from '../../verdicts.ts';
import { judgeSpoken } from '../version-offered.ts';

/** Fewer handshakes may meet the same machine of several by chance of neither. */
const enoughHandshakes = 3;

/** The same public value in every handshake is proof; different ones are not, where several machines take turns. */
export function sameKeyAgain(hello: EvidenceOf<'tls-hello'>, kind: 'dhe' | 'ecdhe'): Verdict {
  const observed: Observed<{ readonly publicValues: readonly string[] }> = hello.data[kind];
  return judgeSpoken(hello, observed, {
    no: safe,
    yes: ({ publicValues }) => {
      if (new Set(publicValues).size > 1) return safe;
      if (publicValues.length < enoughHandshakes) return undetermined('too-few-handshakes');
      return {
        verdict: 'vulnerable',
        confidence: 'verified',
        proof: [
          proofAt(hello, [kind, 'value', 'publicValues', 0]),
          proofAt(hello, [kind, 'value', 'publicValues', publicValues.length - 1]),
        ],
        detail: {
          ja: `${publicValues.length} 回の接続で同じ公開値が使われました。`,
          en: `The same public value was used in ${publicValues.length} handshakes.`,
        },
      };
    },
  });
}
