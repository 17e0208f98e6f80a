import type { Locale } from '@enkaku/shared/model/text.ts';
import { type About, nothingMore, presentReport } from '@enkaku/shared/report/present.ts';
import { type Report, reportSchema } from '@enkaku/shared/report/schema.ts';
import { reportPage } from './html/report-page.ts';
import { reportPdf } from './pdf/report-pdf.ts';
import { findingsCsv } from './tables/csv.ts';
import { findingsXlsx } from './tables/xlsx.ts';

export interface RenderedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface RenderOptions {
  /** Of the PDF and the tables; the page comes in both languages, report.json holds both. */
  readonly locale: Locale;
  readonly about?: About;
}

/** Every form of a report. @throws ZodError when it is no `enkaku-report/1` */
export async function renderFiles(
  report: Report,
  { locale, about = nothingMore }: RenderOptions,
): Promise<readonly RenderedFile[]> {
  const valid = reportSchema.parse(report);
  const [ja, en] = [presentReport(valid, 'ja', { about }), presentReport(valid, 'en', { about })];
  const own = locale === 'ja' ? ja : en;
  return [
    file('report.json', 'application/json', `${JSON.stringify(valid, null, 2)}\n`),
    file('report.html', 'text/html; charset=utf-8', await reportPage(ja, 'report.en.html')),
    file('report.en.html', 'text/html; charset=utf-8', await reportPage(en, 'report.html')),
    file('report.pdf', 'application/pdf', await reportPdf(own, valid.evaluatedAt)),
    file('findings.csv', 'text/csv; charset=utf-8', findingsCsv(own)),
    file(
      'findings.xlsx',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      await findingsXlsx(own),
    ),
  ];
}

function file(name: string, mediaType: string, content: string | Uint8Array): RenderedFile {
  return { name, mediaType, bytes: typeof content === 'string' ? Buffer.from(content, 'utf8') : content };
}
