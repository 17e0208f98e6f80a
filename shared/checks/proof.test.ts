import { expect, test } from 'vitest';
import { buildBanner } from '../evidence/banner/build.fixture.ts';
import { proofAt } from './proof.ts';

const evidence = buildBanner('login: '.repeat(290));

test('a path to a string → its pointer and the string, cut below 2 KiB', () => {
  const proof = proofAt(evidence, ['greeting', 'value', 'text'], 'not in there');

  expect(proof.pointer).toBe('/greeting/value/text');
  expect(proof.evidence).toBe(evidence.id);
  expect(proof.excerpt.length).toBeLessThanOrEqual(2048);
  expect('login: '.repeat(290)).toContain(proof.excerpt);
});

test('a part that stands there → only that part', () => {
  expect(proofAt(evidence, ['greeting', 'value', 'text'], 'login').excerpt).toBe('login');
});

test('a path to a list → its JSON', () => {
  const listed = { id: evidence.id, data: { lines: ['a', 'b'] } as never };

  expect(proofAt(listed, ['lines']).excerpt).toBe('["a","b"]');
});

test('keys with ~ and / → escaped as RFC 6901 says', () => {
  const odd = { id: evidence.id, data: { 'a/b~c': ['x'] } as never };

  expect(proofAt(odd, ['a/b~c', 0]).pointer).toBe('/a~1b~0c/0');
});

test('a path that leads nowhere → RangeError', () => {
  expect(() => proofAt(evidence, ['greeting', 'nothing', 'here'])).toThrow(RangeError);
});
