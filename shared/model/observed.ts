export type UnknownReason = 'timeout' | 'reset' | 'closed' | 'garbled' | 'blocked' | 'not-attempted';
export const unknownReasons = ['timeout', 'reset', 'closed', 'garbled', 'blocked', 'not-attempted'] as const;

/** Three answers, never two: `unknown` is evidence of neither good nor bad. `no` means the peer itself said so. */
export type Observed<T> =
  | { readonly outcome: 'yes'; readonly value: T }
  | { readonly outcome: 'no' }
  | { readonly outcome: 'unknown'; readonly reason: UnknownReason };

export const yes = <T>(value: T): Observed<T> => ({ outcome: 'yes', value });
export const no: Observed<never> = { outcome: 'no' };
export const unknown = (reason: UnknownReason): Observed<never> => ({ outcome: 'unknown', reason });
