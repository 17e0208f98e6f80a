import { milder, type Severity, worst } from './severity.ts';
import type { Confidence } from './verdict.ts';

/** 総合評価. E a critical finding, D a high one, C a medium one, B low ones only, A none. */
export type Grade = 'A' | 'B' | 'C' | 'D' | 'E';

const gradeOf: Readonly<Record<Severity, Grade>> = {
  critical: 'E',
  high: 'D',
  medium: 'C',
  low: 'B',
  info: 'A',
};

/** An inferred finding counts one step lower than a verified one. */
export function grade(findings: readonly { severity: Severity; confidence: Confidence }[]): Grade {
  const counted = findings.map((f) => (f.confidence === 'verified' ? f.severity : milder(f.severity)));
  const top = worst(counted);
  return top === undefined ? 'A' : gradeOf[top];
}

/** 暫定: more than a fifth of the checks that apply could not be answered, or nothing could. */
export function isProvisional(answered: number, undetermined: number): boolean {
  const applying = answered + undetermined;
  return applying === 0 || undetermined / applying > 0.2;
}
