import { aCleanReport, aFinding, aReport } from '@enkaku/shared/report/build.fixture.ts';
import { expect, test } from 'vitest';
import { summaryOf } from './summary.ts';

test('findings → the grade, what to do, and where', () => {
  const summary = summaryOf(aReport());

  expect(summary).toMatch(/^総合評価: E/);
  expect(summary).toContain('検出事項');
});

test('something 未診断 → said not to mean that all is well; nothing → not said', () => {
  const undetermined = {
    check: 'dns.axfr',
    host: '192.0.2.1',
    name: null,
    port: 53,
    transport: 'tcp' as const,
    reason: 'timeout',
  };

  expect(summaryOf({ ...aCleanReport(), undetermined: [undetermined] })).toContain(
    '問題がないという意味ではありません',
  );
  expect(summaryOf({ ...aCleanReport(), undetermined: [] })).not.toContain(
    '問題がないという意味ではありません',
  );
});

test('words of a target → no control character reaches the terminal', () => {
  const hostile = aFinding({ place: '192.0.2.1:80/tcp \u001b[2J\u202e evil' });

  expect(summaryOf(aReport({ findings: [hostile], actions: [] }))).not.toMatch(/[\u001b\u202e]/);
});
