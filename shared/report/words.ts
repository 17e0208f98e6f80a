import type { Group } from '../checks/group.ts';
import type { Grade } from '../model/grade.ts';
import type { Severity } from '../model/severity.ts';
import type { Text } from '../model/text.ts';
import type { Confidence } from '../model/verdict.ts';

export const severityWords: Readonly<Record<Severity, Text>> = {
  critical: { ja: '緊急', en: 'Critical' },
  high: { ja: '高', en: 'High' },
  medium: { ja: '中', en: 'Medium' },
  low: { ja: '低', en: 'Low' },
  info: { ja: '情報', en: 'Info' },
};

export const confidenceWords: Readonly<Record<Confidence, Text>> = {
  verified: { ja: '確認済み', en: 'Verified' },
  inferred: { ja: '要確認', en: 'Inferred' },
};

/** Printed with every grade. */
export const gradeCriteria: Readonly<Record<Grade, Text>> = {
  A: {
    ja: '対応が必要な検出事項がありません（危険度「情報」だけの場合を含みます）。',
    en: 'No finding that needs action (remarks rated “info” may exist).',
  },
  B: {
    ja: '危険度「低」の検出事項があり、それより高いものはありません。',
    en: 'Findings rated low, and none rated higher.',
  },
  C: {
    ja: '危険度「中」の検出事項があり、それより高いものはありません。',
    en: 'At least one finding rated medium, and none rated higher.',
  },
  D: {
    ja: '危険度「高」の検出事項があり、「緊急」はありません。',
    en: 'At least one finding rated high, and none rated critical.',
  },
  E: { ja: '危険度「緊急」の検出事項があります。', en: 'At least one finding rated critical.' },
};

export const gradeNote: Text = {
  ja: '確度が「要確認」の検出事項は、危険度を1段階低く数えます。総合評価は、診断対象ごとの評価のうち最も低いものです。',
  en: 'An inferred finding counts one step lower than a verified one. The overall grade is the worst of all hosts.',
};

export const groupWords: Readonly<Record<Group, Text>> = {
  tls: { ja: '暗号化通信（TLS）', en: 'Encryption (TLS)' },
  cert: { ja: 'サーバー証明書', en: 'Server certificates' },
  http: { ja: 'Web サーバー', en: 'Web servers' },
  mail: { ja: 'メール', en: 'Mail' },
  dns: { ja: 'DNS', en: 'DNS' },
  gear: { ja: 'ネットワーク機器・公開サービス', en: 'Network gear and exposed services' },
  sw: { ja: 'ソフトウェア', en: 'Software' },
};

/** Headings and labels that page, PDF, tables and mail share. */
export const labels = {
  report: { ja: '診断結果報告書', en: 'Diagnosis report' },
  service: { ja: '情報セキュリティ遠隔診断', en: 'Remote information-security diagnosis' },
  handling: { ja: '取扱注意', en: 'Handle with care' },
  handlingRule: {
    ja: 'この報告書には、攻撃の手がかりとなる情報が含まれます。対応に必要な方だけで共有してください。',
    en: 'This report holds information that helps an attacker. Share it only with those who need it to act.',
  },
  organisation: { ja: '団体', en: 'Organisation' },
  reportId: { ja: '報告書番号', en: 'Report number' },
  targets: { ja: '診断対象', en: 'Assets' },
  window: { ja: '診断枠', en: 'Window' },
  period: { ja: '診断の実施日時', en: 'Diagnosed' },
  evaluatedAt: { ja: '判定日時', en: 'Judged' },
  sources: { ja: '診断元の IP アドレス', en: 'Source addresses' },
  method: { ja: '診断の方法', en: 'Method' },
  methodText: {
    ja: 'インターネット側から、公開サーバーとネットワーク機器の応答を観察しました。',
    en: 'The answers of public servers and network gear were observed from the Internet.',
  },
  authorizedBy: { ja: '診断の許可', en: 'Authorised by' },
  catalogue: { ja: '検査項目の版', en: 'Catalogue' },
  conditions: { ja: '前提と制約', en: 'Conditions and limits' },
  grade: { ja: '総合評価', en: 'Grade' },
  gradeCriteria: { ja: '総合評価の基準', en: 'How the grade is decided' },
  provisional: { ja: '暫定', en: 'Provisional' },
  summary: { ja: '要約', en: 'Summary' },
  counts: { ja: '検出事項の件数', en: 'Number of findings' },
  total: { ja: '合計', en: 'Total' },
  actions: { ja: '対応', en: 'Actions' },
  action: { ja: '対応', en: 'Action' },
  actionsLead: {
    ja: '急ぐものから順に並べています。1件の対応で、右に挙げた検出事項がまとめて解消します。',
    en: 'The most urgent first. Each action closes the findings listed beside it.',
  },
  closes: { ja: '解消する検出事項', en: 'Closes' },
  noActions: { ja: '必要な対応はありません。', en: 'Nothing has to be done.' },
  findings: { ja: '検出事項', en: 'Findings' },
  finding: { ja: '検出事項', en: 'Finding' },
  noFindings: { ja: '検出事項はありません。', en: 'There are no findings.' },
  number: { ja: '番号', en: 'No.' },
  severity: { ja: '危険度', en: 'Severity' },
  confidence: { ja: '確度', en: 'Confidence' },
  group: { ja: '分野', en: 'Area' },
  place: { ja: '場所', en: 'Place' },
  seen: { ja: '確認した内容', en: 'What was seen' },
  why: { ja: '影響', en: 'Why it matters' },
  fix: { ja: '対策', en: 'Fix' },
  steps: { ja: '対策の手順', en: 'Steps' },
  product: { ja: '製品', en: 'Product' },
  snippet: { ja: '設定例', en: 'Configuration' },
  confirm: { ja: '直ったことの確かめ方', en: 'How to confirm it is done' },
  proof: { ja: '根拠', en: 'Proof' },
  references: { ja: '参考', en: 'References' },
  cves: { ja: 'CVE', en: 'CVE' },
  kev: { ja: '悪用確認済み', en: 'Known to be exploited' },
  due: { ja: '対応期限の目安', en: 'Due' },
  nextChange: { ja: '次回の定期保守の際', en: 'at the next regular change' },
  hosts: { ja: '診断対象ごとの結果', en: 'Result of each host' },
  host: { ja: '診断対象', en: 'Host' },
  name: { ja: '名前', en: 'Name' },
  services: { ja: '公開されているサービス', en: 'Services that answered' },
  noServices: { ja: '公開されているサービスは見つかりませんでした', en: 'No open service was found' },
  reachable: { ja: '応答あり', en: 'Answered' },
  unreachable: { ja: '応答なし', en: 'No answer' },
  undetermined: { ja: '未診断', en: 'Undetermined' },
  undeterminedLead: {
    ja: '次の項目は確認できませんでした。「問題なし」という意味ではありません。',
    en: 'These could not be confirmed. This does not mean that they are safe.',
  },
  notConfirmed: { ja: '確認できなかった状態', en: 'What could not be confirmed' },
  reason: { ja: '理由', en: 'Reason' },
  passed: { ja: '問題なし', en: 'Safe' },
  confirmedSafe: { ja: '確認できた状態', en: 'What was confirmed' },
  notApplicable: { ja: '対象外', en: 'Not applicable' },
  notApplicableLead: {
    ja: '次の項目は、その場所には当てはまりません。',
    en: 'These do not apply at the place named.',
  },
  item: { ja: '検査項目', en: 'Check' },
  none: { ja: 'ありません。', en: 'None.' },
  load: { ja: '診断による負荷', en: 'Load caused by the diagnosis' },
  page: { ja: 'ページ', en: 'Page' },
  otherLanguage: { ja: 'English', en: '日本語' },
} as const satisfies Record<string, Text>;

/** 前提と制約, printed on every report. */
export const conditions: readonly Text[] = [
  {
    ja: 'この報告書は、診断を行った時点でインターネットから見えた状態を示すものです。ほかに問題がないことを保証するものではありません。',
    en: 'This report tells what could be seen from the Internet when it was diagnosed. It is no guarantee that nothing else is wrong.',
  },
  {
    ja: 'ログインの試行、弱点を突く攻撃、データの書き換え、サービスを妨げる操作は行っていません。',
    en: 'No login was attempted, no weakness exploited, no data changed and no service disturbed.',
  },
  {
    ja: '「未診断」は確認できなかったことを示し、「問題なし」とは異なります。',
    en: '“Undetermined” means that it could not be confirmed; it does not mean “safe”.',
  },
  {
    ja: '確度の「確認済み」は対象の応答そのもので示せたもの、「要確認」は応答から推定したものです。',
    en: '“Verified” findings are shown by the target’s own bytes; “inferred” ones are concluded from them.',
  },
  {
    ja: '対応期限の目安は、米国 CISA の拘束的運用指令 BOD 26-04 を、インターネットに公開された資産に当てはめたものです。',
    en: 'Due dates follow CISA’s Binding Operational Directive 26-04, read for assets that face the Internet, as guidance.',
  },
];
