/** CVSS v3/v4 bands: critical ≥ 9.0, high ≥ 7.0, medium ≥ 4.0, low ≥ 0.1; info is a remark without a score. */
export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info';

/** From the worst to the mildest. */
export const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];

export function compareSeverity(a: Severity, b: Severity): number {
  return severities.indexOf(a) - severities.indexOf(b);
}

/** One step milder; `info` stays. */
export function milder(severity: Severity): Severity {
  return severities[severities.indexOf(severity) + 1] ?? 'info';
}

export function worst(all: readonly Severity[]): Severity | undefined {
  return severities.find((severity) => all.includes(severity));
}
