import { aCleanReport, aFinding, aReport } from '@enkaku/shared/report/build.fixture.ts';
import { presentReport } from '@enkaku/shared/report/present.ts';
import { describe, expect, it } from 'vitest';
import { reportPage } from './report-page.ts';

const page = (report = aReport()) => reportPage(presentReport(report, 'ja'), 'report.en.html');

describe('reportPage', () => {
  it('hostile text stays text', async () => {
    const html = await page();
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toMatch(/<script/i);
  });

  it('quotes in an attribute stay inside it', async () => {
    const html = await page({ ...aReport(), passed: [{ ...place, check: '" onmouseover="alert(1)' }] });
    expect(html).toContain('title="&quot; onmouseover=&quot;alert(1)"');
  });

  it('loads nothing: no script, no image, no style sheet, no font', async () => {
    const html = await page();
    expect(html).not.toMatch(/<(?:script|img|link|iframe|object|embed|form)\b|@import|url\(/i);
    expect(html).toContain("default-src 'none'");
  });

  it('a reference that is no web address → no link', async () => {
    const html = await page({
      ...aReport(),
      findings: [aFinding({ references: ['javascript:alert(1)'] })],
      actions: [],
    });
    expect(html).toContain('<li>javascript:alert(1)</li>');
    expect(html).not.toContain('href="javascript:');
  });

  it('an action leads to the findings it closes', async () => {
    const html = await page();
    const targets = [...html.matchAll(/href="#(finding-\d+)"/g)].map(([, id]) => id);
    expect(targets).toHaveLength(12);
    for (const id of targets) expect(html).toContain(`id="${id}"`);
  });

  it('nothing found → says so, and still shows the criteria of every grade', async () => {
    const html = await page(aCleanReport());
    expect(html).toContain('検出事項はありません。');
    expect(html.match(/class="small grade-[A-E]"/g)?.length).toBeGreaterThanOrEqual(5);
  });
});

const place = { host: '192.0.2.10', name: null, port: 443, transport: 'tcp' } as const;
