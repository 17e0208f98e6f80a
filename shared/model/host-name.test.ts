import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseHostName } from './host-name.ts';

test.each([
  ['WWW.Town.Example.JP.', 'www.town.example.jp'],
  ['日本語.jp', 'xn--wgv71a119e.jp'],
  ['_dmarc.example.jp', '_dmarc.example.jp'],
])('%s → %s', (typed, name) => {
  expect(parseHostName(typed)).toBe(name);
});

test.each([
  'localhost',
  '192.0.2.1',
  'a..b.jp',
  '-a.example.jp',
  'a b.jp',
  'example.jp/path',
  'user@example.jp',
  'example.jp:80',
  `${'a'.repeat(64)}.jp`,
  `${'a.'.repeat(130)}jp`,
  '--script=x',
  '',
  'a%2eb.jp',
])('%j → no name', (typed) => {
  expect(parseHostName(typed)).toBeUndefined();
});

test('whatever is accepted → lower case, no white space, no more than 253 characters', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.domain()), (typed) => {
      const name = parseHostName(typed);
      if (name !== undefined) expect(name).toMatch(/^[a-z0-9_.-]{3,253}$/);
    }),
  );
});
