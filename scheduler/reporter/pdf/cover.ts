import type { PresentedReport } from '@enkaku/shared/report/present.ts';
import { labels } from '@enkaku/shared/report/words.ts';
import { colour, severityColour } from '../colours.ts';
import { bullets, heading, padded, paragraph, text } from './blocks.ts';
import type { Content } from './content.ts';
import { bodySize, contentWidth } from './paper.ts';
import type { Drafting } from './print.ts';
import { type Tag, under } from './tags.ts';

/** 表紙: whose it is, how it is to be handled, what was diagnosed and under which conditions. */
export function cover(drafting: Drafting, report: PresentedReport): Content[] {
  const { locale, handling, facts, conditions } = report;
  const section = under(drafting.root, 'Sect');
  const shown = facts.filter(({ label }) => label !== labels.organisation[locale]);
  return [
    {
      columns: [
        {
          width: '*',
          ...paragraph(drafting, section, labels.service[locale], { color: colour.quiet }),
        },
        {
          width: 'auto',
          table: {
            body: [
              [
                text(drafting, under(section, 'P'), handling.mark, {
                  bold: true,
                  fontSize: 13,
                  color: severityColour.high,
                }),
              ],
            ],
          },
          layout: {
            hLineColor: () => severityColour.high,
            vLineColor: () => severityColour.high,
            ...padded(10, 3),
          },
        },
      ],
    },
    paragraph(drafting, section, report.organisation ?? '', { fontSize: 18, margin: [0, 48, 0, 6] }),
    heading(drafting, section, 'H1', report.title),
    paragraph(drafting, section, handling.rule, { color: colour.quiet, margin: [0, 8, 0, 18] }),
    factTable(drafting, section, shown),
    heading(drafting, section, 'H2', labels.conditions[locale]),
    bullets(drafting, section, conditions, { fontSize: 9 }),
  ];
}

function factTable(drafting: Drafting, section: Tag, facts: PresentedReport['facts']): Content {
  const tag = under(section, 'Table');
  return {
    table: {
      widths: [110, contentWidth - 110 - 24],
      body: facts.map(({ label, value }) => {
        const row = under(tag, 'TR');
        return [
          text(drafting, under(row, 'TH', 'Row'), label, { color: colour.quiet }),
          text(drafting, under(row, 'TD'), value),
        ];
      }),
    },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0,
      hLineColor: () => colour.line,
      ...padded(6, 4),
    },
    fontSize: bodySize - 0.5,
  };
}
