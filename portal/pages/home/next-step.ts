/** What the home page knows of an organisation. */
export interface Standing {
  readonly assets: number;
  readonly proven: number;
  readonly booked: 'something' | 'nothing';
  readonly latestGrade: string | undefined;
}

export type NextStep = 'addAssets' | 'prove' | 'book' | 'wait' | 'fix';

/** The one thing that brings an organisation on. */
export function nextStep(standing: Standing): NextStep {
  if (standing.assets === 0) return 'addAssets';
  if (standing.booked === 'something') return 'wait';
  if (standing.proven === 0) return 'prove';
  return standing.latestGrade === undefined || standing.latestGrade === 'A' ? 'book' : 'fix';
}
