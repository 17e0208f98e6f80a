import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InvalidFeedError } from '../feed.ts';
import { debianList, publishedList } from './known-keys.fixture.ts';
import { vulnkeyChecksum } from './known-keys.ts';
import { knownKeysFeed } from './known-keys-feed.ts';
import { sha1Hex } from './sha1.ts';

test('SHA-1 → as the runtime computes it', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (text) => {
      expect(sha1Hex(text)).toBe(createHash('sha1').update(text.toWellFormed()).digest('hex'));
    }),
    { numRuns: 200 },
  );
});

test('a checksum → that of `openssl rsa -noout -modulus | sha1sum`', () => {
  expect(vulnkeyChecksum(0xc0ffeen)).toBe('6149ed99475722f13e18');
});

test('lists → by where the keys come from', () => {
  const { value, entries } = knownKeysFeed.parse([
    debianList('00005890bc78bcbee3ca'),
    publishedList('6475773dd6238880de70'),
  ]);

  expect(entries).toBe(2);
  expect(value.debian?.has('00005890bc78bcbee3ca')).toBe(true);
  expect(value.published?.has('6475773dd6238880de70')).toBe(true);
});

test('one list alone → of the other nothing is known', () => {
  expect(knownKeysFeed.parse([publishedList('6475773dd6238880de70')]).value.debian).toBeNull();
});

test.each([
  ['no checksum at all', debianList()],
  ['a line that is none', debianList('00005890bc78bcbee3ca', 'ssh-rsa AAAA')],
])('%s → refused', (_, file) => {
  expect(() => knownKeysFeed.parse([file])).toThrow(InvalidFeedError);
});

test('other text → not taken for a list', () => {
  expect(knownKeysFeed.recognises({ name: 'a', text: '# comment\n00005890bc78bcbee3ca\n' })).toBe(false);
  expect(knownKeysFeed.recognises(debianList())).toBe(true);
});
