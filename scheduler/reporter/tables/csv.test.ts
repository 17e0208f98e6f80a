import { aReport } from '@enkaku/shared/report/build.fixture.ts';
import { presentReport } from '@enkaku/shared/report/present.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, findingsCsv } from './csv.ts';

describe('csvCell', () => {
  it.each([
    ['a formula', '=cmd()', "'=cmd()"],
    ['a plus', '+1', "'+1"],
    ['a minus', '-1', "'-1"],
    ['an at sign', '@SUM(1)', "'@SUM(1)"],
    ['a tab', '\t=1', "'\t=1"],
    ['a carriage return', '\r=1', `"'\r=1"`],
    ['a full-width equals sign', '＝1', "'＝1"],
    ['a formula with quotes', '=H("x")', `"'=H(""x"")"`],
    ['a comma', 'a,b', '"a,b"'],
    ['a line end', 'a\nb', '"a\nb"'],
    ['an address', '192.0.2.10', '192.0.2.10'],
    ['an equals sign later on', 'a=b', 'a=b'],
  ])('%s', (_, value, cell) => expect(csvCell(value)).toBe(cell));

  it('a number stays a number', () => expect(csvCell(-1)).toBe('-1'));

  it('anything at all → read back by RFC 4180 it is the same, or the same behind an apostrophe', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const [back] = parse(`${csvCell(value)}\r\n`)[0] ?? [];
        expect([value, `'${value}`]).toContain(back);
        expect(back).not.toMatch(/^[=+\-@\t\r＝＋－＠]/u);
      }),
    );
  });
});

describe('findingsCsv', () => {
  const csv = findingsCsv(presentReport(aReport(), 'ja'));

  it('begins with a byte order mark and ends every row with CRLF', () => {
    expect(csv.startsWith('\ufeff番号,危険度,確度,')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
  });

  it('a row for each finding, all as wide as the heading', () => {
    const rows = parse(csv.slice(1));
    expect(rows).toHaveLength(13);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  });

  it('hostile details begin no formula', () => {
    const cells = parse(csv.slice(1)).flat();
    expect(cells.some((cell) => cell.startsWith("'=HYPERLINK("))).toBe(true);
    expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
  });
});

/** RFC 4180, nothing more. */
function parse(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n][^,\r\n]*|))(,|\r\n)/gy;
  for (let match = cell.exec(csv); match !== null; match = cell.exec(csv)) {
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] !== '\r\n') continue;
    rows.push(row);
    row = [];
    if (cell.lastIndex === csv.length) break;
  }
  return rows;
}
