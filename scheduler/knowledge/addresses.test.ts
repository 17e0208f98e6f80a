import { feeds } from '@enkaku/shared/knowledge/feeds.ts';
import { expect, test } from 'vitest';
import { addressesOf, addressVariable } from './addresses.ts';

test.each([
  ['kev', 'ENKAKU_KEV_URL'],
  ['known-keys', 'ENKAKU_KNOWN_KEYS_URL'],
] as const)('%s → %s', (id, variable) => {
  expect(addressVariable(id)).toBe(variable);
});

test.each([
  ['no variable: the official ones', {}, feeds.kev.addresses],
  ['one address', { ENKAKU_KEV_URL: 'https://a.example/kev.json' }, ['https://a.example/kev.json']],
  [
    'two',
    { ENKAKU_KEV_URL: ' https://a.example/1  https://a.example/2\n' },
    ['https://a.example/1', 'https://a.example/2'],
  ],
  ['an empty variable: none', { ENKAKU_KEV_URL: '' }, []],
])('%s', (_, environment, addresses) => {
  expect(addressesOf('kev', environment)).toEqual(addresses);
});
