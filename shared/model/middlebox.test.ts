import { expect, test } from 'vitest';
import { answersForAll, controlPorts } from './middlebox.ts';

const every = () => true;
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

test.each([
  ['more open ports than a machine has', upTo(201), every, 65_535, true],
  ['everything asked is open', upTo(50), every, 50, true],
  ['all control ports open', [80, ...controlPorts], every, 60, true],
  ['many services', upTo(30), every, 60, false],
  ['few asked, all open', [22, 80, 443], every, 3, false],
  ['two control ports open', [80, ...controlPorts.slice(1)], every, 60, false],
  ['nothing open', [], every, 60, false],
  ['nothing asked', [], () => false, 0, false],
])('%s → %s', (_, open, isAsked, asked, expected) => {
  expect(answersForAll(open, isAsked, asked)).toBe(expected);
});
