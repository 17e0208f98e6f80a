import type { Verdict } from '../../../model/verdict.ts';
import { undetermined } from '../../verdicts.ts';
import type { Exchanger } from './exchangers.ts';

/** Why nothing can be told of an exchanger of which no question was answered. */
export function unanswered(addresses: Exchanger['addresses']): Verdict | undefined {
  const reasons = addresses.flatMap((found) => (found.outcome === 'unknown' ? [found.reason] : []));
  return reasons.length === addresses.length ? undetermined(reasons[0] ?? 'not-attempted') : undefined;
}
