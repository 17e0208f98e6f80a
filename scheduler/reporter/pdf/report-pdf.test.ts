import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { aCleanReport, aFinding, aReport } from '@enkaku/shared/report/build.fixture.ts';
import { presentReport } from '@enkaku/shared/report/present.ts';
import type { Report } from '@enkaku/shared/report/schema.ts';
import { afterAll, describe, expect, it } from 'vitest';
import { reportPdf } from './report-pdf.ts';

const about = { organisation: '𠮷野町', reportId: null, window: null, sourceAddresses: [] };
const pdfOf = (report: Report) => reportPdf(presentReport(report, 'ja', { about }), report.evaluatedAt);

describe('reportPdf', () => {
  it('the same report → the same bytes', async () => {
    expect(Buffer.from(await pdfOf(aReport())).equals(await pdfOf(aReport()))).toBe(true);
  });

  it.each<[string, Report]>([
    ['nothing found', aCleanReport()],
    ['no host at all', { ...aCleanReport(), hosts: [], passed: [], notApplicable: [] }],
    [
      'a text of 4000 unbroken characters',
      { ...aReport(), findings: [aFinding({ detail: both('あ'.repeat(9000)) })], actions: [] },
    ],
    [
      'only characters the fonts lack',
      { ...aReport(), findings: [aFinding({ detail: both('😀☑\u0e01\u{1f468}'.repeat(50)) })], actions: [] },
    ],
    [
      'text that is empty',
      { ...aReport(), findings: [aFinding({ detail: both(''), title: both('') })], actions: [] },
    ],
  ])('%s → still a PDF', async (_, report) => {
    const bytes = await pdfOf(report);
    expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe('%PDF-');
  });
});

const poppler = spawnSync('pdftotext', ['-v']).status === 0;
if (!poppler)
  console.log('skipped: the PDF is not read back, because pdftotext (poppler-utils) is not installed');

describe.skipIf(!poppler)('reportPdf, read back by poppler', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'enkaku-pdf-'));
  const file = path.join(folder, 'report.pdf');
  const detail = both('葛\u{e0100}城市 \u001b[31m \u202e 😀');
  writeFileSync(file, await pdfOf({ ...aReport(), findings: [aFinding({ detail })], actions: [] }));
  const read = (tool: string, ...options: string[]) =>
    execFileSync(tool, [...options, file, ...(tool === 'pdftotext' ? ['-'] : [])]).toString();
  afterAll(() => rmSync(folder, { recursive: true }));

  it('Japanese can be copied out of it, 𠮷 included, and what cannot be printed is written out', () => {
    const text = read('pdftotext');
    expect(text).toContain('𠮷野町');
    expect(text).toContain('診断結果報告書');
    expect(text).toContain('葛城市 \\x1b[31m \\u{202e} \\u{1f600}');
  });

  it('it is tagged, with a title', () => {
    expect(read('pdfinfo')).toMatch(/Title: +𠮷野町 診断結果報告書[\s\S]*Tagged: +yes/);
    const structure = read('pdfinfo', '-struct');
    for (const role of ['H1', 'H2', 'H3', 'Table', 'TH', 'LBody', 'Code', 'Link'])
      expect(structure).toMatch(new RegExp(`^ +${role}\\b`, 'm'));
  });

  it('both fonts are embedded as subsets', () => {
    const rows = read('pdffonts')
      .split('\n')
      .filter((row) => row.includes('NotoSansJP'));
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).toMatch(/yes yes yes/);
  });
});

function both(text: string) {
  return { ja: text, en: text };
}
