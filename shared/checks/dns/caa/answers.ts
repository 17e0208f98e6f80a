import type { EvidenceOf } from '../../../evidence/evidence.ts';
import { asked } from '../questions.ts';

/** One CAA record that holds for the domain, with where it stands in the evidence. */
export interface CaaAnswer {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

/** RFC 8659 §3: the records of the nearest ancestor that has any; `unknown` where one on the way was not answered. */
export function relevantCaa(
  evidence: EvidenceOf<'dns-answers'>,
):
  | { readonly outcome: 'records'; readonly records: readonly CaaAnswer[] }
  | { readonly outcome: 'unknown'; readonly reason: string } {
  for (const { index, question } of asked(evidence, 'caa')) {
    const { answer } = question;
    if (answer.outcome !== 'yes') {
      return { outcome: 'unknown', reason: answer.outcome === 'unknown' ? answer.reason : 'refused' };
    }
    const records = answer.value.answers.flatMap(({ type, data }, at) =>
      type === 'CAA'
        ? [{ path: ['questions', index, 'answer', 'value', 'answers', at, 'data'] as const, text: data }]
        : [],
    );
    if (records.length > 0) return { outcome: 'records', records };
  }
  return { outcome: 'records', records: [] };
}
