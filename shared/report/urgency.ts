import { compareSeverity, type Severity } from '../model/severity.ts';

/** 対応期限の目安 in days, after CISA BOD 26-04 read for assets that face the Internet; null: at the next regular change. */
export function dueDays(severity: Severity, knownExploited: boolean): number | null {
  if (knownExploited) return 3;
  const days: Readonly<Record<Severity, number | null>> = {
    critical: 3,
    high: 14,
    medium: 60,
    low: null,
    info: null,
  };
  return days[severity];
}

/** A vulnerability that is being exploited is high at least. */
export function raisedByExploitation(severity: Severity, knownExploited: boolean): Severity {
  return knownExploited && compareSeverity(severity, 'high') > 0 ? 'high' : severity;
}
