import type { Locale, Text } from '../../model/text.ts';
import { type PresentedReport, presentReport } from '../../report/present.ts';
import type { PresentedFinding } from '../../report/present-findings.ts';
import { labels } from '../../report/words.ts';
import { type ComposedMail, composed } from '../composed.ts';
import type { MailData } from '../data.ts';
import { type Block, facts, heading, labelled, link, paragraph } from '../letter.ts';
import { asContact, bookedFacts } from '../words.ts';

type Finished = MailData['finished'];

/** As many as a mail can carry; the report has them all. */
const findingLimit = 60;
const fixLimit = 2;

/** Actions first, then the findings with their fixes, and no proof bytes; or only that it is there. */
export function composeFinished(data: Finished, locale: Locale): ComposedMail {
  const report = presentReport(data.report, locale);
  const withFindings = data.detail === 'findings';
  const subject: Text = {
    ja: '【遠隔診断】診断結果のお知らせ',
    en: '[Remote diagnosis] The result of your diagnosis',
  };
  return composed({
    ...data,
    locale,
    subject: subject[locale],
    blocks: [
      paragraph(opening[locale]),
      ...(withFindings ? everything(report, data) : summaryOnly(report, data)),
    ],
    why: asContact[locale],
  });
}

const opening: Text = {
  ja: '予約いただいた診断が終わりましたので、結果をお知らせします。',
  en: 'The diagnosis that you booked is finished. This is the result.',
};

const careful: Text = {
  ja: 'このメールには攻撃の手がかりとなる情報が含まれます（取扱注意）。対応に必要な方だけで共有してください。委託先の事業者には、該当する検出事項の部分をそのまま転送できます。',
  en: 'This mail holds information that helps an attacker: handle with care, and share it only with those who need it to act. The parts below can be forwarded to your contractor as they are.',
};

const withheld: Readonly<Record<'summary' | 'summary-without-tls', Text>> = {
  summary: {
    ja: '検出事項と対策の内容は、団体の設定により、このメールには載せていません。ポータルにログインしてご覧ください。',
    en: 'As your organisation has chosen, findings and fixes are not in this mail. Please sign in to the portal to read them.',
  },
  'summary-without-tls': {
    ja: 'メールの送信先のサーバーと、確認できる暗号化された通信ができなかったため、検出事項と対策の内容は、このメールには載せていません。ポータルにログインしてご覧ください。',
    en: 'The receiving mail server offered no encryption that could be verified, so findings and fixes are not in this mail. Please sign in to the portal to read them.',
  },
};

function summaryOnly(report: PresentedReport, { booked, reportUrl, detail }: Finished): readonly Block[] {
  const { locale } = report;
  const reason = detail === 'findings' ? [] : [paragraph(withheld[detail][locale])];
  const count = report.findings.length;
  return [
    bookedFacts(booked, locale),
    facts([labels.findings[locale], locale === 'ja' ? `${count}件` : String(count)]),
    ...reason,
    link(locale === 'ja' ? '報告書を開く' : 'Open the report', reportUrl),
  ];
}

function everything(report: PresentedReport, { booked, reportUrl }: Finished): readonly Block[] {
  const { locale, grade, findings } = report;
  const left = findings.length - findingLimit;
  const more: Text = {
    ja: `このほかに${left}件の検出事項があります。報告書をご覧ください。`,
    en: `${left} more findings are in the report.`,
  };
  return [
    paragraph(careful[locale]),
    heading(labels.summary[locale]),
    ...report.summary.map(paragraph),
    ...(grade.provisional === null ? [] : [paragraph(grade.provisional)]),
    heading(labels.actions[locale]),
    ...(report.actions.length === 0 ? [paragraph(labels.noActions[locale])] : actionItems(report)),
    link(locale === 'ja' ? '報告書を開く' : 'Open the report', reportUrl),
    ...(findings.length === 0 ? [] : [heading(labels.findings[locale])]),
    ...findings.slice(0, findingLimit).flatMap((finding) => findingBlocks(finding, locale)),
    ...(left > 0 ? [paragraph(more[locale])] : []),
    ...undeterminedBlocks(report),
    heading(labels.gradeCriteria[locale]),
    facts(...grade.criteria.map(({ letter, text }) => [letter, text] as const)),
    paragraph(grade.note),
    heading(locale === 'ja' ? '予約の内容' : 'The reservation'),
    bookedFacts(booked, locale),
  ];
}

function actionItems({ actions, moreActions, locale }: PresentedReport): readonly Block[] {
  return [
    ...actions.map((action): Block => {
      const closes = action.closes.map((number) => `#${number}`).join(' ');
      return {
        kind: 'item',
        title: `${action.number}. ${action.title}`,
        lines: [
          labelled(labels.severity[locale], action.severityLabel, locale),
          labelled(labels.due[locale], action.due.text, locale),
          labelled(labels.host[locale], `${action.host} (${action.product})`, locale),
          labelled(labels.closes[locale], closes, locale),
        ],
      };
    }),
    ...(moreActions === null ? [] : [paragraph(moreActions)]),
  ];
}

function findingBlocks(finding: PresentedFinding, locale: Locale): readonly Block[] {
  const marks = [finding.severityLabel, finding.confidenceLabel, finding.knownExploited].filter(
    (mark) => mark !== null,
  );
  return [
    {
      kind: 'item',
      title: `#${finding.number} [${marks.join(' / ')}] ${finding.title}`,
      lines: [
        labelled(labels.place[locale], finding.place, locale),
        ...(finding.detail === null ? [] : [labelled(labels.seen[locale], finding.detail, locale)]),
        labelled(labels.why[locale], finding.why, locale),
        labelled(labels.due[locale], finding.due.text, locale),
      ],
    },
    ...finding.fixes
      .slice(0, fixLimit)
      .flatMap((fix): Block[] => [
        { kind: 'item', title: `${labels.fix[locale]} (${fix.product})`, lines: [fix.steps] },
        ...(fix.snippet === null ? [] : [{ kind: 'code' as const, text: fix.snippet }]),
        paragraph(labelled(labels.confirm[locale], '', locale)),
        { kind: 'code', text: fix.confirm },
      ]),
  ];
}

function undeterminedBlocks({ undetermined, locale }: PresentedReport): readonly Block[] {
  if (undetermined.length === 0) return [];
  return [
    heading(labels.undetermined[locale]),
    paragraph(labels.undeterminedLead[locale]),
    facts(
      ...undetermined.map(({ place, reason, checks }) => {
        const count = locale === 'ja' ? `${checks.length}項目` : `${checks.length} check(s)`;
        return [place, `${count} – ${reason ?? ''}`] as const;
      }),
    ),
  ];
}
