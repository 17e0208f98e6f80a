import type { PresentedReport } from '@enkaku/shared/report/present.ts';
import { findingColumns, findingRows } from './findings-table.ts';

/** What spreadsheets take for the beginning of a formula, the full-width forms of Japanese input included. */
const formula = /^[=+\-@\t\r＝＋－＠]/u;

/** RFC 4180 with a byte order mark, without which Excel takes it for Shift_JIS. */
export function findingsCsv(report: PresentedReport): string {
  const rows = [findingColumns(report.locale).map(({ label }) => label), ...findingRows(report)];
  return `\ufeff${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}

export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const harmless = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
