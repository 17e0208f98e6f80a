import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isProbablePrime, powerOf, smallOrder } from './prime.ts';

test('every number below ten thousand → as by division', () => {
  for (let number = 2; number < 10_000; number++) {
    let divisor = 2;
    while (divisor * divisor <= number && number % divisor !== 0) divisor++;
    expect(isProbablePrime(BigInt(number)), String(number)).toBe(divisor * divisor > number);
  }
});

test.each([
  ['a Mersenne prime', 2n ** 521n - 1n, true],
  ['a Carmichael number', 561n, false],
  ['the product of two primes of 127 bits', (2n ** 127n - 1n) * (2n ** 127n - 735n), false],
  ['a strong pseudoprime to the bases 2 to 31', 3825123056546413051n, false],
  ['nothing', 0n, false],
])('%s → %s', (_, number, prime) => {
  expect(isProbablePrime(number)).toBe(prime);
});

test('longer than any group → refused, not computed', () => {
  expect(() => isProbablePrime(2n ** 9000n + 1n)).toThrow(RangeError);
});

test('powers → as multiplied one by one', () => {
  fc.assert(
    fc.property(
      fc.bigInt(0n, 1000n),
      fc.integer({ min: 0, max: 50 }),
      fc.bigInt(2n, 10_000n),
      (base, exponent, modulus) => {
        let expected = 1n % modulus;
        for (let round = 0; round < exponent; round++) expected = (expected * base) % modulus;
        expect(powerOf(base, BigInt(exponent), modulus) % modulus).toBe(expected);
      },
    ),
  );
});

test.each([
  ['one', 1n, 23n, 1],
  ['minus one', 22n, 23n, 2],
  ['nothing', 0n, 23n, 1],
  ['two', 2n, 23n, 11],
  ['two in a large group', 2n, 2n ** 521n - 1n, 521],
  ['three in a large group', 3n, 2n ** 521n - 1n, undefined],
])('generator %s → its order where it is small', (_, generator, prime, order) => {
  expect(smallOrder(generator, prime)).toBe(order);
});
