import type { Observed } from '../model/observed.ts';
import type { Verdict } from '../model/verdict.ts';

export type Vulnerable = Extract<Verdict, { verdict: 'vulnerable' }>;

export const safe: Verdict = { verdict: 'safe' };
export const notApplicable: Verdict = { verdict: 'not-applicable' };

export function undetermined(reason: string): Verdict {
  return { verdict: 'undetermined', reason };
}

/** Judges an observation; what could not be observed stays undetermined, with the reason it was given. */
export function judge<T>(
  observed: Observed<T>,
  answers: { readonly yes: (value: T) => Verdict; readonly no: Verdict },
): Verdict {
  switch (observed.outcome) {
    case 'yes':
      return answers.yes(observed.value);
    case 'no':
      return answers.no;
    case 'unknown':
      return undetermined(observed.reason);
  }
}

const order = ['vulnerable', 'undetermined', 'safe', 'not-applicable'] as const;

/** Of several answers about the same thing: an accusation, else what stays open, else that all is well. */
export function worstOf(verdicts: readonly Verdict[]): Verdict {
  const [worst = notApplicable] = verdicts.toSorted(
    (a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict),
  );
  return worst;
}
