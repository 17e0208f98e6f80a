import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MalformedError } from '../wire/tls/bytes.ts';
import { parseDhParameters } from './server-key-exchange.ts';

const message = (prime: string) =>
  Buffer.from(`${(prime.length / 2).toString(16).padStart(4, '0')}${prime}000102000103`, 'hex');

test('leading zero bytes do not make a prime longer', () => {
  const { primeBits, prime } = parseDhParameters(message(`00${'ff'.repeat(128)}`));
  expect(primeBits).toBe(1024);
  expect(prime).toHaveLength(128);
});

test.each([
  ['80', 8],
  ['7f', 7],
  ['01', 1],
  [`01${'00'.repeat(64)}`, 513],
])('bits of the number itself are counted: %s → %i', (prime, bits) => {
  expect(parseDhParameters(message(prime)).primeBits).toBe(bits);
});

test.each(['', '00', '0000'])('a prime of zero (%s) is malformed', (prime) => {
  expect(() => parseDhParameters(message(prime))).toThrow(MalformedError);
});

test('any bytes are parameters or malformed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (noise) => {
      try {
        expect(parseDhParameters(Buffer.from(noise)).primeBits).toBeGreaterThan(0);
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedError);
      }
    }),
  );
});
