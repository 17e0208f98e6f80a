import { instant } from '@enkaku/shared/model/instant.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJst, toJstFields } from './jst-date.ts';

test.each([
  ['2026', '11', '21', '09:30', '2026-11-21T00:30:00.000Z'],
  ['２０２６', '１１', '２１', '９：３０', '2026-11-21T00:30:00.000Z'],
  ['令和8', '11', '21', '0:00', '2026-11-20T15:00:00.000Z'],
  ['令和元年', '5', '1', '12:00', '2019-05-01T03:00:00.000Z'],
  ['R8', '11', '21', '21時30分', '2026-11-21T12:30:00.000Z'],
  ['2028', '2', '29', '00:00', '2028-02-28T15:00:00.000Z'],
])('%s %s %s %s → %s', (year, month, day, time, expected) => {
  expect(parseJst({ year, month, day, time })).toEqual({ outcome: 'instant', at: expected });
});

test.each([
  ['2026', '2', '29', '09:30', 'date'],
  ['2026', '13', '1', '09:30', 'date'],
  ['2026', '0', '1', '09:30', 'date'],
  ['26', '1', '1', '09:30', 'date'],
  ['', '', '', '09:30', 'date'],
  ['平成8', '1', '1', '09:30', 'date'],
  ['2026', '1', '1', '24:00', 'time'],
  ['2026', '1', '1', '9:60', 'time'],
  ['2026', '1', '1', '930', 'time'],
  ['2026', '1', '1', '', 'time'],
] as const)('%s %s %s %s → wrong %s', (year, month, day, time, part) => {
  expect(parseJst({ year, month, day, time })).toEqual({ outcome: 'wrong', part });
});

test('the fields of any minute → that minute again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 946_684_800, max: 4_102_444_800 }), (seconds) => {
      const at = instant(Math.floor(seconds / 60) * 60_000);
      expect(parseJst(toJstFields(at))).toEqual({ outcome: 'instant', at });
    }),
  );
});

test('whatever is typed → a moment or a wrong part, never an exception', () => {
  const text = fc.string({ unit: 'binary', maxLength: 20 });
  fc.assert(
    fc.property(text, text, text, text, (year, month, day, time) => {
      expect(['instant', 'wrong']).toContain(parseJst({ year, month, day, time }).outcome);
    }),
  );
});
