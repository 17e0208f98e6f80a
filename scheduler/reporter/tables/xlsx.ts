import type { Locale } from '@enkaku/shared/model/text.ts';
import type { PresentedReport } from '@enkaku/shared/report/present.ts';
import type { PresentedPlace } from '@enkaku/shared/report/present-places.ts';
import { labels } from '@enkaku/shared/report/words.ts';
import writeXlsxFile, { type Cell, type Sheet } from 'write-excel-file/node';
import { colour } from '../colours.ts';
import { findingColumns, findingRows } from './findings-table.ts';

type Values = readonly (string | number)[];

/** Findings, actions, 未診断 and the overview, a sheet each. */
export async function findingsXlsx(report: PresentedReport): Promise<Uint8Array> {
  const { locale } = report;
  const word = (key: keyof typeof labels) => labels[key][locale];
  const columns = findingColumns(locale);
  const sheets = [
    sheet(
      word('findings'),
      columns.map(({ label }) => label),
      columns.map(({ width }) => width),
      findingRows(report),
    ),
    sheet(
      word('actions'),
      (['number', 'action', 'severity', 'host', 'product', 'closes', 'due'] as const).map(word),
      [6, 50, 10, 24, 24, 20, 26],
      report.actions.map((action) => [
        action.number,
        action.title,
        action.severityLabel,
        action.host,
        action.product,
        action.closes.join(', '),
        action.due.text,
      ]),
    ),
    placesSheet(word('undetermined'), report.undetermined, locale),
    placesSheet(word('passed'), report.passed, locale),
    sheet(
      word('summary'),
      [word('report'), report.organisation ?? ''],
      [24, 100],
      [
        [word('handling'), report.handling.rule],
        [word('grade'), `${report.grade.letter} – ${report.grade.meaning}`],
        ...report.summary.map((sentence): Values => [word('summary'), sentence]),
        ...report.facts.map(({ label, value }): Values => [label, value]),
        ...report.conditions.map((condition): Values => [word('conditions'), condition]),
      ],
    ),
  ];
  return await writeXlsxFile(sheets, { fontFamily: 'Yu Gothic', fontSize: 11 }).toBuffer();
}

function placesSheet(name: string, places: readonly PresentedPlace[], locale: Locale): Sheet<never> {
  return sheet(
    name,
    (['place', 'item', 'notConfirmed', 'reason'] as const).map((key) =>
      key === 'notConfirmed' ? name : labels[key][locale],
    ),
    [40, 30, 60, 50],
    places.flatMap(({ place, reason, checks }) =>
      checks.map(({ id, title }): Values => [place, id, title, reason ?? '']),
    ),
  );
}

function sheet(
  name: string,
  header: Values,
  widths: readonly number[],
  rows: readonly Values[],
): Sheet<never> {
  return {
    sheet: name,
    stickyRowsCount: 1,
    columns: widths.map((width) => ({ width })),
    data: [
      header.map((value) => ({ ...cell(value), fontWeight: 'bold', backgroundColor: colour.ground })),
      ...rows.map((row) => row.map(cell)),
    ],
  };
}

/** Text is typed as text, and stays so when it is edited (format `@`): no cell is a formula. */
function cell(value: string | number): Cell & object {
  return typeof value === 'number'
    ? { type: Number, value, alignVertical: 'top' }
    : { type: String, value, format: '@', wrap: true, alignVertical: 'top' };
}
