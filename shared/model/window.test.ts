import { expect, test } from 'vitest';
import { type Instant, parseInstant } from './instant.ts';
import { fits, isInside, lengthMs, overlaps } from './window.ts';

const at = (time: string) => `2026-11-21T${time}:00.000Z` as Instant;
const window = { opensAt: at('10:00'), closesAt: at('12:00') };

test.each([
  ['09:59', false],
  ['10:00', true],
  ['11:59', true],
  ['12:00', false],
])('a packet at %s → inside: %s', (time, inside) => {
  expect(isInside(window, at(time))).toBe(inside);
});

test('work that ends exactly at the close → fits; a millisecond longer → does not', () => {
  expect(fits(window, at('11:00'), 3_600_000)).toBe(true);
  expect(fits(window, at('11:00'), 3_600_001)).toBe(false);
  expect(fits(window, at('09:00'), 1)).toBe(false);
});

test('windows that touch → do not overlap', () => {
  expect(overlaps(window, { opensAt: at('12:00'), closesAt: at('13:00') })).toBe(false);
  expect(overlaps(window, { opensAt: at('11:59'), closesAt: at('13:00') })).toBe(true);
  expect(lengthMs(window)).toBe(7_200_000);
});

test('a date that is none → InvalidInstantError', () => {
  expect(() => parseInstant('2026-13-41')).toThrow('not a date');
});
