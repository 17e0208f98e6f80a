import type { Report } from '@enkaku/shared/report/schema.ts';

const severityWords = { critical: '緊急', high: '高', medium: '中', low: '低', info: '情報' } as const;
const confidenceWords = { verified: '確認済み', inferred: '要確認' } as const;

/** The report in a terminal: grade, actions, findings. Everything else is in the files. */
export function summaryOf(report: Report): string {
  const provisional = report.provisional ? '（暫定）' : '';
  const lines = [
    `総合評価: ${report.grade}${provisional}`,
    `検出事項 ${report.findings.length} 件、問題なし ${report.passed.length} 件、未診断 ${report.undetermined.length} 件`,
    ...(report.undetermined.length > 0
      ? ['「未診断」は確認できなかったことを示し、問題がないという意味ではありません。']
      : []),
    '',
    ...report.actions
      .slice(0, 10)
      .map(
        (action) =>
          `・[${severityWords[action.severity]}] ${action.host}: ${action.title.ja}（${action.closes.length} 件を解消）`,
      ),
    '',
    ...report.findings.map(
      (finding) =>
        `[${severityWords[finding.severity]}・${confidenceWords[finding.confidence]}] ${finding.place}: ${finding.title.ja} (${finding.check})`,
    ),
  ];
  return `${lines.map(printable).join('\n')}\n`;
}

/** A terminal obeys control characters; a target must not speak to it. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '�');
}
