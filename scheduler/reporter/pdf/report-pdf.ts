import { epochMs, parseInstant } from '@enkaku/shared/model/instant.ts';
import type { PresentedReport } from '@enkaku/shared/report/present.ts';
import { colour } from '../colours.ts';
import { cover } from './cover.ts';
import { actionPage, hostTable, lists } from './details.ts';
import { findingPages } from './findings.ts';
import { overview } from './overview.ts';
import { margin } from './paper.ts';
import { print } from './print.ts';

/** The report on A4: fonts embedded, tagged, with language, title and page numbers. */
export async function reportPdf(report: PresentedReport, evaluatedAt: string): Promise<Uint8Array> {
  const title = [report.organisation, report.title].filter((part) => part !== null).join(' ');
  const sheet = {
    title,
    locale: report.locale,
    createdAt: new Date(epochMs(parseInstant(evaluatedAt))),
    footer: (page: number, pages: number) => ({
      columns: [
        { text: report.handling.mark, alignment: 'left' as const },
        { text: `${page} / ${pages}`, alignment: 'right' as const },
      ],
      fontSize: 8.5,
      color: colour.quiet,
      margin: [margin.left, 20, margin.right, 0] as [number, number, number, number],
    }),
  };
  return await print(sheet, (drafting) => [
    ...cover(drafting, report),
    ...overview(drafting, report),
    ...actionPage(drafting, report),
    ...findingPages(drafting, report),
    ...hostTable(drafting, report),
    ...lists(drafting, report),
  ]);
}
