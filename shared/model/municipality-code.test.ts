import { expect, test } from 'vitest';
import { checkDigit, isMunicipalityCode } from './municipality-code.ts';

test.each([
  ['011002', '札幌市'],
  ['010006', '北海道'],
  ['131016', '千代田区'],
  ['472018', '那覇市'],
])('the code %s of %s → valid', (code) => {
  expect(isMunicipalityCode(code)).toBe(true);
});

test.each([
  ['011003', 'a wrong check digit'],
  ['11002', 'the leading zero lost'],
  ['０１１００２', 'full-width digits'],
  ['481009', 'a prefecture that does not exist'],
  ['001007', 'prefecture zero'],
  ['0110020', 'seven digits'],
  ['', 'nothing'],
])('%s, %s → not a code', (code) => {
  expect(isMunicipalityCode(code)).toBe(false);
});

test('a remainder of 0 or 1 → the last digit of 11 or 10', () => {
  expect(checkDigit('00000')).toBe('1');
  expect(checkDigit('00100')).toBe('7');
});
