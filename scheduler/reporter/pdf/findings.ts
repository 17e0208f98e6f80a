import type { PresentedReport } from '@enkaku/shared/report/present.ts';
import type { PresentedFinding } from '@enkaku/shared/report/present-findings.ts';
import { labels } from '@enkaku/shared/report/words.ts';
import { colour, severityColour } from '../colours.ts';
import { code, heading, paragraph } from './blocks.ts';
import type { Content, ContentText } from './content.ts';
import { contentWidth } from './paper.ts';
import type { Drafting } from './print.ts';
import { type Tag, under } from './tags.ts';

export function findingPages(drafting: Drafting, report: PresentedReport): Content[] {
  const { locale, findings } = report;
  const section = under(drafting.root, 'Sect');
  const title = heading(drafting, section, 'H2', labels.findings[locale]);
  const onNewPage = { ...title, pageBreak: 'before' as const };
  if (findings.length === 0) return [onNewPage, paragraph(drafting, section, labels.noFindings[locale])];
  return [onNewPage, ...findings.flatMap((finding) => findingBlock(drafting, section, finding, locale))];
}

function findingBlock(
  drafting: Drafting,
  parent: Tag,
  finding: PresentedFinding,
  locale: PresentedReport['locale'],
): Content[] {
  const tag = under(parent, 'Sect');
  const word = (key: keyof typeof labels) => labels[key][locale];
  const small = (value: string) =>
    heading(drafting, tag, 'H3', value, { fontSize: 9.5, color: colour.quiet });
  return [
    {
      unbreakable: true,
      stack: [
        ...beginning(drafting, tag, finding),
        small(word('why')),
        paragraph(drafting, tag, finding.why),
      ],
    },
    ...(finding.detail === null ? [] : [small(word('seen')), paragraph(drafting, tag, finding.detail)]),
    small(word('due')),
    paragraph(drafting, tag, finding.due.text),
    ...finding.fixes.flatMap(({ product, steps, snippet, confirm }) => [
      small(`${word('fix')} – ${product}`),
      paragraph(drafting, tag, steps),
      ...(snippet === null ? [] : [code(drafting, tag, snippet)]),
      small(word('confirm')),
      code(drafting, tag, confirm),
    ]),
    small(word('proof')),
    ...finding.proof.flatMap(({ evidence, pointer, excerpt }) => [
      code(drafting, tag, excerpt),
      paragraph(drafting, tag, `${evidence} ${pointer}`, { fontSize: 8, color: colour.quiet }),
    ]),
    ...(finding.references.length === 0 ? [] : [small(word('references'))]),
    ...finding.references.map((reference) => linked(drafting, tag, reference)),
  ];
}

function beginning(drafting: Drafting, tag: Tag, finding: PresentedFinding): Content[] {
  const chips = [finding.confidenceLabel, finding.group, finding.knownExploited, ...finding.cves].filter(
    (chip) => chip !== null,
  );
  const facts = under(tag, 'P');
  return [
    {
      canvas: [
        {
          type: 'line',
          x1: 0,
          y1: 0,
          x2: contentWidth,
          y2: 0,
          lineWidth: 2,
          lineColor: severityColour[finding.severity],
        },
      ],
      margin: [0, 14, 0, 6],
    },
    {
      text: [
        {
          text: finding.severityLabel,
          bold: true,
          color: severityColour[finding.severity],
          tag: facts,
        } as ContentText,
        {
          text: drafting.printable(` | ${chips.join(' | ')}`),
          color: colour.quiet,
          tag: facts,
        } as ContentText,
      ],
      fontSize: 9,
    },
    heading(drafting, tag, 'H3', `${finding.number}. ${finding.title}`, {
      fontSize: 13,
      margin: [0, 2, 0, 2],
    }),
    paragraph(drafting, tag, `${finding.place}   (${finding.check})`, { fontSize: 8.5, color: colour.quiet }),
  ];
}

function linked(drafting: Drafting, parent: Tag, reference: string): Content {
  if (!/^https?:\/\//.test(reference)) return paragraph(drafting, parent, reference, { fontSize: 8.5 });
  const tag = under(under(parent, 'P'), 'Link');
  const look = { link: reference, color: colour.key, decoration: 'underline' } as const;
  return { text: [{ text: drafting.printable(reference), tag, ...look } as ContentText], fontSize: 8.5 };
}
