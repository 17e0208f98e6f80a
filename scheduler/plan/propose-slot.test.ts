import type { Window } from '@enkaku/shared/model/window.ts';
import { expect, test } from 'vitest';
import { proposeSlot } from './propose-slot.ts';

const day = (n: number): Window => ({
  opensAt: `2026-11-${n}T03:00:00.000Z`,
  closesAt: `2026-11-${n}T04:00:00.000Z`,
});
const now = '2026-11-21T04:00:00.000Z';

test('a missed window → the same hours tomorrow', () => {
  expect(proposeSlot({ window: day(21), taken: [], now })).toEqual(day(22));
});

test('tomorrow is taken → the day after', () => {
  expect(proposeSlot({ window: day(21), taken: [day(22)], now })).toEqual(day(23));
});

test('the service was down for days → a slot that is still to come', () => {
  expect(proposeSlot({ window: day(18), taken: [], now })).toEqual(day(22));
});

test('nothing is free for a month → no slot', () => {
  const taken = [{ opensAt: now, closesAt: '2027-02-01T00:00:00.000Z' }] as const;

  expect(proposeSlot({ window: day(21), taken, now })).toBeUndefined();
});
