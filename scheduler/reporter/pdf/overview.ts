import type { PresentedCount, PresentedReport } from '@enkaku/shared/report/present.ts';
import { confidenceWords, labels } from '@enkaku/shared/report/words.ts';
import { colour, gradeColour, severityColour } from '../colours.ts';
import { type Cell, heading, padded, paragraph, table, text } from './blocks.ts';
import type { Content } from './content.ts';
import { contentWidth } from './paper.ts';
import type { Drafting } from './print.ts';
import { type Tag, under } from './tags.ts';

/** For those who decide: the grade, what it means, and the counts, on one page. */
export function overview(drafting: Drafting, report: PresentedReport): Content[] {
  const { locale, grade, summary, counts } = report;
  const section = under(drafting.root, 'Sect');
  const most = Math.max(1, ...counts.map(({ verified, inferred }) => verified + inferred));
  const word = (key: keyof typeof labels) => labels[key][locale];
  return [
    { ...heading(drafting, section, 'H2', word('grade')), pageBreak: 'before' },
    gradeBox(drafting, section, report),
    paragraph(drafting, section, grade.note, { fontSize: 8.5, color: colour.quiet, margin: [0, 4, 0, 0] }),
    ...(grade.provisional === null ? [] : [notice(drafting, section, grade.provisional)]),
    heading(drafting, section, 'H2', word('summary')),
    ...summary.map((sentence) => paragraph(drafting, section, sentence, { fontSize: 10.5, lineHeight: 1.4 })),
    heading(drafting, section, 'H2', word('counts')),
    table(
      drafting,
      section,
      [
        { label: word('severity'), share: 14 },
        { label: confidenceWords.verified[locale], share: 12, align: 'right' },
        { label: confidenceWords.inferred[locale], share: 12, align: 'right' },
        { label: word('total'), share: 10, align: 'right' },
        { label: '', share: 46 },
      ],
      counts.map((count): Cell[] => [
        { text: count.label, look: { bold: true, color: severityColour[count.severity] } },
        String(count.verified),
        String(count.inferred),
        String(count.verified + count.inferred),
        { drawing: bar(count, most) },
      ]),
    ),
  ];
}

function gradeBox(drafting: Drafting, section: Tag, { locale, grade }: PresentedReport): Content {
  const letter = under(section, 'P');
  const small =
    grade.provisional === null ? [] : [text(drafting, letter, labels.provisional[locale], onColour)];
  return {
    table: {
      widths: [90, contentWidth - 90 - 48],
      body: [
        [
          {
            stack: [
              text(drafting, letter, grade.letter, { ...onColour, fontSize: 48, lineHeight: 1 }),
              ...small,
            ],
            fillColor: gradeColour[grade.letter],
          },
          { stack: gradeWords(drafting, section, locale, grade) },
        ],
      ],
    },
    layout: { hLineWidth: () => 0, vLineWidth: () => 0, ...padded(12, 8) },
  };
}

/** What this grade says, and below it the criteria of them all. */
function gradeWords(
  drafting: Drafting,
  section: Tag,
  locale: PresentedReport['locale'],
  grade: PresentedReport['grade'],
): Content[] {
  return [
    paragraph(drafting, section, grade.meaning, { fontSize: 13, bold: true }),
    paragraph(drafting, section, labels.gradeCriteria[locale], {
      fontSize: 8.5,
      color: colour.quiet,
      margin: [0, 0, 0, 1],
    }),
    ...grade.criteria.map(({ letter, text: criterion, current }) =>
      paragraph(drafting, section, `${letter}  ${criterion}`, {
        fontSize: 8.5,
        margin: [0, 0, 0, 1],
        ...(current ? { bold: true, color: gradeColour[letter] } : {}),
      }),
    ),
  ];
}

const onColour = { color: colour.white, bold: true, alignment: 'center' } as const;

function notice(drafting: Drafting, section: Tag, sentence: string): Content {
  return {
    table: { widths: [contentWidth - 20], body: [[paragraph(drafting, section, sentence)]] },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: (index) => (index === 0 ? 4 : 0),
      vLineColor: () => colour.warningLine,
      fillColor: () => colour.warningGround,
      ...padded(8, 5),
    },
    margin: [0, 10, 0, 0],
  };
}

const barWidth = 200;

function bar({ severity, verified, inferred }: PresentedCount, most: number): Content {
  const length = (count: number) => (count / most) * barWidth;
  const piece = (x: number, count: number, fillOpacity: number) =>
    count === 0
      ? []
      : [
          {
            type: 'rect' as const,
            x,
            y: 1,
            w: length(count),
            h: 10,
            color: severityColour[severity],
            fillOpacity,
          },
        ];
  return { canvas: [...piece(0, verified, 1), ...piece(length(verified), inferred, 0.45)] };
}
