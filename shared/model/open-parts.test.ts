import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Instant, instant } from './instant.ts';
import { openParts } from './open-parts.ts';
import { isInside, type Window } from './window.ts';

const at = (hour: number): Instant => instant(hour * 3_600_000);
const window = (from: number, to: number): Window => ({ opensAt: at(from), closesAt: at(to) });

test.for<[string, readonly Window[], readonly Window[]]>([
  ['nothing closed', [], [window(2, 8)]],
  ['closed all the time', [window(0, 9)], []],
  ['closed at the start', [window(1, 3)], [window(3, 8)]],
  ['closed in the middle', [window(4, 5)], [window(2, 4), window(5, 8)]],
  ['closed at the end', [window(7, 9)], [window(2, 7)]],
  ['closed before and after', [window(0, 2), window(8, 9)], [window(2, 8)]],
  ['closed twice, one within the other', [window(3, 6), window(4, 5)], [window(2, 3), window(6, 8)]],
])('%s → what is left', ([, closed, open]) => {
  expect(openParts(window(2, 8), closed)).toEqual(open);
});

test('any moment → open exactly where the window is and nothing is closed', () => {
  const span = fc
    .tuple(fc.nat(20), fc.integer({ min: 1, max: 8 }))
    .map(([from, long]) => window(from, from + long));

  fc.assert(
    fc.property(span, fc.array(span, { maxLength: 6 }), fc.nat(30), (whole, closed, hour) => {
      const open = openParts(whole, closed).some((part) => isInside(part, at(hour)));
      const expected = isInside(whole, at(hour)) && !closed.some((each) => isInside(each, at(hour)));
      expect(open).toBe(expected);
    }),
  );
});
