import { compareSeverity, type Severity } from '../model/severity.ts';
import type { Locale } from '../model/text.ts';
import { type Due, dueOf, type PresentedFinding } from './present-findings.ts';
import { productName } from './product-names.ts';
import type { Report } from './schema.ts';
import { visible } from './visible.ts';
import { severityWords } from './words.ts';

export interface PresentedAction {
  readonly number: number;
  readonly title: string;
  readonly product: string;
  readonly host: string;
  readonly severity: Severity;
  readonly severityLabel: string;
  /** Numbers of the findings it closes. */
  readonly closes: readonly number[];
  /** The earliest of theirs. */
  readonly due: Due;
}

/** One page: no more than a person keeps in mind. */
const limit = 10;

/** The ten most urgent actions, and a sentence on those left out. */
export function presentActions(
  report: Report,
  findings: readonly PresentedFinding[],
  locale: Locale,
): { readonly shown: readonly PresentedAction[]; readonly more: string | null } {
  const actions = report.actions
    .toSorted((a, b) => compareSeverity(a.severity, b.severity) || b.closes.length - a.closes.length)
    .map((action, order): PresentedAction => {
      const closed = findings.filter(({ index }) => action.closes.includes(index));
      const days = closed.flatMap(({ index }) => report.findings[index]?.dueDays ?? []);
      return {
        number: order + 1,
        title: visible(action.title[locale]),
        product: productName(action.product, locale),
        host: visible(action.host),
        severity: action.severity,
        severityLabel: severityWords[action.severity][locale],
        closes: closed.map(({ number }) => number),
        due: dueOf(days.length === 0 ? null : Math.min(...days), report, locale),
      };
    });
  const left = actions.length - limit;
  const more =
    locale === 'ja'
      ? `このほかに、急がない対応が${left}件あります。検出事項の一覧をご覧ください。`
      : `${left} less urgent ${left === 1 ? 'action is' : 'actions are'} left out here; the list of findings has them all.`;
  return { shown: actions.slice(0, limit), more: left > 0 ? more : null };
}
