import type { Locale } from '@enkaku/shared/model/text.ts';
import type { PresentedReport } from '@enkaku/shared/report/present.ts';
import type { PresentedFinding } from '@enkaku/shared/report/present-findings.ts';
import { labels } from '@enkaku/shared/report/words.ts';

export interface Column<Row> {
  readonly label: string;
  /** In characters of a spreadsheet. */
  readonly width: number;
  readonly value: (row: Row) => string | number;
}

/** The findings, a row each: what CSV and the first sheet of the workbook hold. */
export function findingColumns(locale: Locale): readonly Column<PresentedFinding>[] {
  const fixes = (
    finding: PresentedFinding,
    pick: (fix: PresentedFinding['fixes'][number]) => string | null,
  ) =>
    finding.fixes
      .flatMap((fix) => {
        const text = pick(fix);
        return text === null ? [] : [finding.fixes.length === 1 ? text : `[${fix.product}]\n${text}`];
      })
      .join('\n\n');
  const word = (key: keyof typeof labels) => labels[key][locale];
  return [
    { label: word('number'), width: 6, value: (finding) => finding.number },
    { label: word('severity'), width: 10, value: (finding) => finding.severityLabel },
    { label: word('confidence'), width: 12, value: (finding) => finding.confidenceLabel },
    { label: word('group'), width: 20, value: (finding) => finding.group },
    { label: word('host'), width: 20, value: (finding) => finding.host },
    { label: word('place'), width: 36, value: (finding) => finding.place },
    { label: word('finding'), width: 40, value: (finding) => finding.title },
    { label: word('seen'), width: 40, value: (finding) => finding.detail ?? '' },
    { label: word('why'), width: 50, value: (finding) => finding.why },
    {
      label: word('product'),
      width: 16,
      value: (finding) => finding.fixes.map((fix) => fix.product).join('\n'),
    },
    { label: word('steps'), width: 60, value: (finding) => fixes(finding, (fix) => fix.steps) },
    { label: word('snippet'), width: 50, value: (finding) => fixes(finding, (fix) => fix.snippet) },
    { label: word('confirm'), width: 40, value: (finding) => fixes(finding, (fix) => fix.confirm) },
    { label: word('due'), width: 26, value: (finding) => finding.due.text },
    { label: word('kev'), width: 14, value: (finding) => finding.knownExploited ?? '' },
    { label: word('cves'), width: 18, value: (finding) => finding.cves.join('\n') },
    { label: word('references'), width: 40, value: (finding) => finding.references.join('\n') },
    { label: word('item'), width: 28, value: (finding) => finding.check },
  ];
}

export function findingRows(report: PresentedReport): readonly (readonly (string | number)[])[] {
  const columns = findingColumns(report.locale);
  return report.findings.map((finding) => columns.map(({ value }) => value(finding)));
}
