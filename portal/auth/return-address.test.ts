import { expect, test } from 'vitest';
import { returnAddress } from './return-address.ts';

test.each(['/', '/assets', '/reservations/rsv_0a1b/'])('%s → stays', (path) => {
  expect(returnAddress(path)).toBe(path);
});

test.each([
  undefined,
  '',
  '//evil.example',
  'https://evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
  '/a?b',
  '/a\r\nb',
])('%s → the home page', (path) => {
  expect(returnAddress(path)).toBe('/');
});
