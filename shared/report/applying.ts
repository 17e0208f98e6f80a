import type { Report } from './schema.ts';

interface Applying {
  readonly answered: number;
  readonly unanswered: number;
}

/**
 * How many checks apply, for 暫定. A datagram service that is not there is mostly silent, and so is one that lost our
 * question: whether its checks apply is as unknown as their answer, so they count for neither. They stay 未診断.
 */
export function countApplying({
  passed,
  findings,
  undetermined,
}: Pick<Report, 'passed' | 'findings' | 'undetermined'>): Applying {
  const silent = undetermined.filter(({ transport, reason }) => transport === 'udp' && reason === 'timeout');
  return { answered: passed.length + findings.length, unanswered: undetermined.length - silent.length };
}
