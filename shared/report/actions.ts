import { actions } from '../checks/actions.ts';
import type { Catalogue } from '../checks/catalogue.ts';
import type { Check } from '../checks/check.ts';
import { compareSeverity, worst } from '../model/severity.ts';
import type { ReportAction, ReportFinding } from './schema.ts';

/** 対応: the findings of one host that one person closes in one sitting, the most urgent first. */
export function actionsFor(findings: readonly ReportFinding[], catalogue: Catalogue): ReportAction[] {
  const numbered = findings.flatMap((finding, index) => {
    const check = catalogue[finding.check];
    return check === undefined ? [] : [{ finding, index, check, action: check.action }];
  });
  const grouped = Map.groupBy(numbered, ({ finding, action }) => `${finding.host} ${action}`);
  return [...grouped.values()]
    .flatMap((group): ReportAction[] => {
      const first = group[0];
      const severity = worst(group.map(({ finding }) => finding.severity));
      if (first === undefined || severity === undefined) return [];
      return [
        {
          title: actions[first.action],
          product: productOf(first.finding, first.check),
          host: first.finding.host,
          severity,
          closes: group.map(({ index }) => index),
        },
      ];
    })
    .sort((a, b) => compareSeverity(a.severity, b.severity) || b.closes.length - a.closes.length);
}

/** Where all fixes of the check are listed, none of its products was seen: the action is for whatever is in use. */
function productOf(finding: ReportFinding, check: Check): string {
  return finding.fixes.length < check.fixes.length ? (finding.fixes[0]?.product ?? 'any') : 'any';
}
