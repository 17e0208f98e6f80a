import { formatDay } from '../model/format-date.ts';
import { parseInstant } from '../model/instant.ts';
import type { Locale } from '../model/text.ts';
import type { PresentedAction } from './present-actions.ts';
import type { PresentedFinding } from './present-findings.ts';
import type { Report } from './schema.ts';
import { gradeCriteria, severityWords } from './words.ts';

/** For the mayor's office: what was done, how it stands, what is urgent, what is not known. */
export function presentSummary(
  report: Report,
  findings: readonly PresentedFinding[],
  actions: readonly PresentedAction[],
  locale: Locale,
): readonly string[] {
  const sentences = locale === 'ja' ? japanese : english;
  return sentences(report, findings, actions).filter((sentence) => sentence !== '');
}

function japanese(
  report: Report,
  findings: readonly PresentedFinding[],
  actions: readonly PresentedAction[],
): readonly string[] {
  const day = formatDay(parseInstant(report.startedAt), 'ja');
  const urgent = urgentOf(findings);
  const [first] = actions;
  return [
    `${day}に、インターネットに公開している${report.hosts.length}件の診断対象を診断しました。`,
    `総合評価は「${report.grade}${report.provisional ? '（暫定）' : ''}」です。${gradeCriteria[report.grade].ja}`,
    findings.length === 0
      ? '対応が必要な検出事項はありませんでした。'
      : `検出事項は${findings.length}件です。${urgent.length === 0 ? '速やかな対応を要するものはありません。' : `このうち${urgent.length}件（${bySeverity(urgent, 'ja')}）は、速やかな対応が必要です。`}`,
    first === undefined
      ? ''
      : `最も急ぐ対応は「${first.title}」（${first.host}）で、対応期限の目安は${first.due.text}です。`,
    report.undetermined.length === 0
      ? ''
      : `確認できなかった項目が${report.undetermined.length}件あります。問題がないという意味ではありません。`,
  ];
}

function english(
  report: Report,
  findings: readonly PresentedFinding[],
  actions: readonly PresentedAction[],
): readonly string[] {
  const day = formatDay(parseInstant(report.startedAt), 'en');
  const urgent = urgentOf(findings);
  const [first] = actions;
  return [
    `On ${day}, ${counted(report.hosts.length, 'asset')} facing the Internet ${report.hosts.length === 1 ? 'was' : 'were'} diagnosed.`,
    `The grade is ${report.grade}${report.provisional ? ' (provisional)' : ''}. ${gradeCriteria[report.grade].en}`,
    findings.length === 0
      ? 'Nothing that needs action was found.'
      : `There ${findings.length === 1 ? 'is' : 'are'} ${counted(findings.length, 'finding')}; ${urgent.length === 0 ? 'none is urgent.' : `${urgent.length} of them (${bySeverity(urgent, 'en')}) must be dealt with soon.`}`,
    first === undefined
      ? ''
      : `The most urgent action is “${first.title}” (${first.host}), due ${first.due.text}.`,
    report.undetermined.length === 0
      ? ''
      : `${counted(report.undetermined.length, 'check')} could not be answered, which does not mean that all is well there.`,
  ];
}

function urgentOf(findings: readonly PresentedFinding[]): readonly PresentedFinding[] {
  return findings.filter(({ severity }) => severity === 'critical' || severity === 'high');
}

function bySeverity(findings: readonly PresentedFinding[], locale: Locale): string {
  return (['critical', 'high'] as const)
    .map((severity) => ({ severity, count: findings.filter((f) => f.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) =>
      locale === 'ja'
        ? `${severityWords[severity].ja}${count}件`
        : `${count} ${severityWords[severity].en.toLowerCase()}`,
    )
    .join(locale === 'ja' ? '、' : ', ');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
