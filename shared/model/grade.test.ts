import { expect, test } from 'vitest';
import { grade, isProvisional } from './grade.ts';
import type { Severity } from './severity.ts';
import type { Confidence } from './verdict.ts';

test.each<[Severity, Confidence, string]>([
  ['critical', 'verified', 'E'],
  ['critical', 'inferred', 'D'],
  ['high', 'verified', 'D'],
  ['high', 'inferred', 'C'],
  ['medium', 'verified', 'C'],
  ['medium', 'inferred', 'B'],
  ['low', 'verified', 'B'],
  ['low', 'inferred', 'A'],
  ['info', 'verified', 'A'],
])('a %s %s finding → %s', (severity, confidence, expected) => {
  expect(grade([{ severity, confidence }])).toBe(expected);
});

test('several findings → the worst of them; none → A', () => {
  expect(
    grade([
      { severity: 'low', confidence: 'verified' },
      { severity: 'high', confidence: 'verified' },
    ]),
  ).toBe('D');
  expect(grade([])).toBe('A');
});

test('exactly a fifth undetermined → not provisional; more → provisional; nothing answered → provisional', () => {
  expect(isProvisional(8, 2)).toBe(false);
  expect(isProvisional(7, 2)).toBe(true);
  expect(isProvisional(0, 0)).toBe(true);
});
