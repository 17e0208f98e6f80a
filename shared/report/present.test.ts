import { describe, expect, it } from 'vitest';
import { defineCheck } from '../checks/check.ts';
import { aCleanReport, aReport, webHost } from './build.fixture.ts';
import { presentReport } from './present.ts';
import { reportSchema } from './schema.ts';

const about = {
  organisation: '𠮷野町',
  reportId: 'rep_1',
  window: { opensAt: '2026-11-21T00:30:00.000Z', closesAt: '2026-11-21T02:00:00.000Z' },
  sourceAddresses: ['198.51.100.7'],
} as const;

describe('presentReport', () => {
  const report = aReport();
  const ja = presentReport(report, 'ja', { about });
  const en = presentReport(report, 'en', { about });

  it('the fixture is a report', () => {
    expect(reportSchema.safeParse(report).error).toBeUndefined();
    expect(reportSchema.safeParse(aCleanReport()).error).toBeUndefined();
  });

  it('a summary for those who decide', () => {
    expect(ja.summary).toEqual([
      '令和8年（2026年）11月21日（土）に、インターネットに公開している2件の診断対象を診断しました。',
      '総合評価は「E（暫定）」です。危険度「緊急」の検出事項があります。',
      '検出事項は12件です。このうち3件（緊急1件、高2件）は、速やかな対応が必要です。',
      `最も急ぐ対応は「対応の見出し（close-service）」（${webHost}）で、対応期限の目安は令和8年（2026年）11月24日（火）までです。`,
      '確認できなかった項目が4件あります。問題がないという意味ではありません。',
    ]);
    expect(en.summary).toEqual([
      'On 21 November 2026, 2 assets facing the Internet were diagnosed.',
      'The grade is E (provisional). At least one finding rated critical.',
      'There are 12 findings; 3 of them (1 critical, 2 high) must be dealt with soon.',
      `The most urgent action is “Title of the action (close-service)” (${webHost}), due by 24 November 2026.`,
      '4 checks could not be answered, which does not mean that all is well there.',
    ]);
  });

  it('every grade has its criterion, one is current, and 暫定 says why', () => {
    expect(ja.grade.criteria.map(({ letter }) => letter).join('')).toBe('ABCDE');
    expect(ja.grade.criteria.filter(({ current }) => current)).toMatchObject([{ letter: 'E' }]);
    expect(ja.grade.provisional).toContain('19項目のうち4項目');
  });

  it('findings are counted by severity and confidence', () => {
    expect(ja.counts.map(({ label, verified, inferred }) => `${label} ${verified} ${inferred}`)).toEqual([
      '緊急 1 0',
      '高 1 1',
      '中 3 1',
      '低 2 1',
      '情報 1 1',
    ]);
  });

  it('an action names the findings it closes by the numbers shown', () => {
    const action = ja.actions[1];
    const titles = ja.findings
      .filter(({ number }) => action?.closes.includes(number))
      .map(({ title }) => title);
    expect(titles).toEqual(['第三者中継を受け付けています', '暗号化に対応していません']);
    expect(action?.due.text).toBe('令和8年（2026年）12月5日（土）まで');
  });

  it('findings in another order than by severity → the worst first, and actions still fit', () => {
    const [first, ...rest] = report.findings;
    const shuffled = { ...report, findings: [...rest, ...(first ? [first] : [])] };
    const presented = presentReport({ ...shuffled, actions: [{ ...actionOf(report), closes: [11] }] }, 'ja');
    expect(presented.findings[0]).toMatchObject({ number: 1, check: 'db.redis.open' });
    expect(presented.actions[0]?.closes).toEqual([1]);
  });

  it('eleven actions → ten, and a sentence on the one left out', () => {
    const actions = Array.from({ length: 11 }, () => actionOf(report));
    expect(presentReport({ ...report, actions }, 'ja').actions).toHaveLength(10);
    expect(presentReport({ ...report, actions }, 'ja').moreActions).toContain('1件');
    expect(presentReport({ ...report, actions }, 'en').moreActions).toContain('1 less urgent action is');
    expect(ja.moreActions).toBeNull();
  });

  it('undetermined checks of one place and reason → one row', () => {
    expect(ja.undetermined.map(({ reason, checks }) => `${reason} ${checks.length}`)).toEqual([
      '時間内に応答がありませんでした 2',
      'DNS の応答を得られませんでした 1',
      expect.stringContaining('判定できませんでした（something new <b>xxx'),
    ]);
  });

  it('a check the catalogue knows is told by its words, an unknown one by its id', () => {
    const rc4 = defineCheck({
      version: 1,
      needs: ['tls-hello'],
      severity: 'medium',
      text: {
        safe: { ja: 'RC4 は使えません', en: 'RC4 is off' },
        vulnerable: { ja: 'RC4 が使えます', en: 'RC4 is on' },
        why: { ja: '弱いためです。', en: 'It is weak.' },
      },
      action: 'tls-settings',
      fixes: [{ product: 'any', steps: { ja: '止めます。', en: 'Turn it off.' }, confirm: 'true' }],
      references: ['https://www.rfc-editor.org/rfc/rfc7465'],
      detect: () => ({ verdict: 'safe' }),
    });
    const { passed } = presentReport(report, 'ja', { catalogue: { 'tls.cipher.rc4': rc4 } });
    expect(passed[0]?.checks.map(({ title }) => title)).toEqual(['tls.protocol.sslv3', 'RC4 は使えません']);
  });

  it('nothing a target sent can hide in what is shown', () => {
    const shown = JSON.stringify([ja, en]);
    expect(shown).not.toMatch(/[\u001b\u202e]|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/u);
    expect(ja.findings[0]?.proof[0]?.excerpt).toBe('+PONG\n\\x1b[31m\\u{202e}');
  });

  it('a clean report → no action, no finding, no doubt', () => {
    const clean = presentReport(aCleanReport(), 'ja');
    expect(clean.summary.at(-1)).toBe('対応が必要な検出事項はありませんでした。');
    expect(clean.grade).toMatchObject({ letter: 'A', provisional: null });
  });

  it('without knowing more than the report → no empty line on the cover', () => {
    expect(presentReport(report, 'en').facts.map(({ label }) => label)).toEqual([
      'Assets',
      'Diagnosed',
      'Judged',
      'Method',
      'Authorised by',
      'Catalogue',
    ]);
  });
});

function actionOf(report: ReturnType<typeof aReport>) {
  const [first] = report.actions;
  if (first === undefined) throw new Error('the fixture has actions');
  return first;
}
