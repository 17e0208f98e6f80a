/** Why something is diagnosed. Of several that are due, the first of these goes first. */
export const purposes = ['emergency', 'retest', 'booking', 'routine'] as const;
export type Purpose = (typeof purposes)[number];

/** 0 goes first. */
export function priorityOf(purpose: Purpose): number {
  return purposes.indexOf(purpose);
}
