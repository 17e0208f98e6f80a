import type { Disagreement } from './agreement.ts';

interface Explained extends Pick<Disagreement, 'peer' | 'check'> {
  /** Who is right, and how one knows. */
  readonly why: string;
}

/** Where a peer and we differ on the beds, and why. */
const explained: readonly Explained[] = [];

export function explanationOf({ peer, check }: Disagreement): string | undefined {
  return explained.find((entry) => entry.peer === peer && entry.check === check)?.why;
}
