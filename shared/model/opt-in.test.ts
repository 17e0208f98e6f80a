import { expect, test } from 'vitest';
import { optInIds, parseOptIns } from './opt-in.ts';

test.each([
  ['', []],
  ['heartbleed', ['heartbleed']],
  ['industrial, heartbleed,heartbleed', ['heartbleed', 'industrial']],
  ['heartbleed,everything', undefined],
  ['Heartbleed', undefined],
  [optInIds.join(','), optInIds],
])('%j → its opt-ins', (text, expected) => {
  expect(parseOptIns(text)).toEqual(expected);
});
