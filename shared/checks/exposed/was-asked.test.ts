import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countAsked, wasAsked } from './was-asked.ts';

test.each([
  ['T:22,80,8000-8100', 80, true],
  ['T:22,80,8000-8100', 8050, true],
  ['22,80', 22, true],
  ['T:80,U:53,T:22', 22, true],
  ['T:22,80', 81, false],
  ['T:8000-8100', 7999, false],
  ['T:22,U:53,161', 161, false],
  ['', 22, false],
  ['all', 22, false],
  ['T:-', 22, false],
])('%s, port %d → %s', (requested, port, expected) => {
  expect(wasAsked(requested, port)).toBe(expected);
});

test('any text → an answer', () => {
  fc.assert(fc.property(fc.string(), fc.nat(), (text, port) => typeof wasAsked(text, port) === 'boolean'));
});

test.each([
  ['T:22,80,8000-8100', 103],
  ['T:80,U:53,161', 1],
  ['T:1-65535', 65_535],
  ['', 0],
  ['all', 0],
])('%s → %d ports', (requested, expected) => {
  expect(countAsked(requested)).toBe(expected);
});
