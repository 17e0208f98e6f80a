import { expect, test } from 'vitest';
import { addTallies, summaryLine } from './tally.ts';

test('tallies are added field by field', () => {
  const sum = addTallies({ passed: 1, failed: 0, skipped: 2 }, { passed: 3, failed: 4, skipped: 0 });
  expect(sum).toEqual({ passed: 4, failed: 4, skipped: 2 });
});

test('the summary is the line that programs read', () => {
  expect(summaryLine({ passed: 12, failed: 0, skipped: 3 })).toBe('tests: 12 passed, 0 failed, 3 skipped');
});
