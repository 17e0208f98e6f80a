import type { PresentedReport } from '@enkaku/shared/report/present.ts';
import type { PresentedPlace } from '@enkaku/shared/report/present-places.ts';
import { labels } from '@enkaku/shared/report/words.ts';
import { colour, gradeColour, severityColour } from '../colours.ts';
import { type Cell, heading, paragraph, table } from './blocks.ts';
import type { Content } from './content.ts';
import type { Drafting } from './print.ts';
import { type Tag, under } from './tags.ts';

/** One page: what to do, the most urgent first. */
export function actionPage(drafting: Drafting, report: PresentedReport): Content[] {
  const { locale, actions, moreActions } = report;
  const section = under(drafting.root, 'Sect');
  const word = (key: keyof typeof labels) => labels[key][locale];
  const title = heading(drafting, section, 'H2', word('actions'));
  const onNewPage = { ...title, pageBreak: 'before' as const };
  if (actions.length === 0) return [onNewPage, paragraph(drafting, section, word('noActions'))];
  return [
    onNewPage,
    paragraph(drafting, section, word('actionsLead'), { color: colour.quiet }),
    table(
      drafting,
      section,
      [
        { label: word('number'), share: 7, align: 'right' },
        { label: word('action'), share: 34 },
        { label: word('severity'), share: 11 },
        { label: `${word('host')} / ${word('product')}`, share: 24 },
        { label: word('closes'), share: 16 },
        { label: word('due'), share: 24 },
      ],
      actions.map((action): Cell[] => [
        String(action.number),
        { text: action.title, look: { bold: true } },
        { text: action.severityLabel, look: { bold: true, color: severityColour[action.severity] } },
        `${action.host}\n${action.product}`,
        action.closes.map((number) => `#${number}`).join(', '),
        action.due.text,
      ]),
    ),
    ...(moreActions === null ? [] : [paragraph(drafting, section, moreActions)]),
  ];
}

export function hostTable(drafting: Drafting, report: PresentedReport): Content[] {
  const { locale, hosts, load } = report;
  const section = under(drafting.root, 'Sect');
  const word = (key: keyof typeof labels) => labels[key][locale];
  return [
    heading(drafting, section, 'H2', word('hosts')),
    table(
      drafting,
      section,
      [
        { label: word('host'), share: 34 },
        { label: word('grade'), share: 12 },
        { label: word('services'), share: 50 },
      ],
      hosts.map(({ address, name, reachability, grade, services }): Cell[] => [
        `${name === null || name === address ? address : `${name}\n${address}`}\n${reachability}`,
        { text: grade, look: { bold: true, fontSize: 12, color: gradeColour[grade] } },
        services.length === 0 ? word('noServices') : services.join('\n'),
      ]),
    ),
    heading(drafting, section, 'H3', word('load')),
    paragraph(drafting, section, load),
  ];
}

/** 未診断, 問題なし and 対象外. */
export function lists(drafting: Drafting, report: PresentedReport): Content[] {
  const { locale } = report;
  const word = (key: keyof typeof labels) => labels[key][locale];
  const section = under(drafting.root, 'Sect');
  return [
    heading(drafting, section, 'H2', word('undetermined')),
    ...list(drafting, section, report.undetermined, word('undeterminedLead'), word('notConfirmed'), locale),
    heading(drafting, section, 'H2', word('passed')),
    ...list(drafting, section, report.passed, null, word('confirmedSafe'), locale),
    heading(drafting, section, 'H2', word('notApplicable')),
    ...list(drafting, section, report.notApplicable, word('notApplicableLead'), word('item'), locale),
  ];
}

function list(
  drafting: Drafting,
  section: Tag,
  rows: readonly PresentedPlace[],
  lead: string | null,
  column: string,
  locale: PresentedReport['locale'],
): Content[] {
  if (rows.length === 0) return [paragraph(drafting, section, labels.none[locale])];
  const withReason = rows.some(({ reason }) => reason !== null);
  return [
    ...(lead === null ? [] : [paragraph(drafting, section, lead, { color: colour.quiet })]),
    table(
      drafting,
      section,
      [
        { label: labels.place[locale], share: 28 },
        { label: column, share: 42 },
        ...(withReason ? [{ label: labels.reason[locale], share: 28 }] : []),
      ],
      rows.map(({ place, reason, checks }): Cell[] => [
        place,
        checks.map(({ title }) => `・${title}`).join('\n'),
        ...(withReason ? [reason ?? ''] : []),
      ]),
    ),
  ];
}
