import { expect, test } from 'vitest';
import { neighbourhoodOf } from './neighbourhood.ts';

test.each([
  ['192.0.2.77', '192.0.2.0/24'],
  ['2001:db8:1:2::5', '2001:db8:1::/48'],
  ['2001:db8::5', '2001:db8::/48'],
  ['::1', '::/48'],
  ['town.example.jp', 'town.example.jp'],
])('%s → %s', (host, expected) => {
  expect(neighbourhoodOf(host)).toBe(expected);
});
