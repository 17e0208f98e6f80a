/** Enough for numbers that nobody chose to deceive just these bases; who did is found by the next of them. */
const bases = [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n];
/** Longer than any group in use; beyond it the test would take seconds. */
const mostBits = 8192;

/** Miller–Rabin. A `true` may be wrong in theory, a `false` never is. @throws RangeError above 8192 bits */
export function isProbablePrime(number: bigint): boolean {
  if (number < 2n) return false;
  if (number.toString(16).length * 4 > mostBits + 3) throw new RangeError('too long to be tested');
  for (const base of bases) {
    if (number === base) return true;
    if (number % base === 0n) return false;
  }
  let odd = number - 1n;
  let halvings = 0;
  while (odd % 2n === 0n) {
    odd /= 2n;
    halvings++;
  }
  return bases.every((base) => passes(number, base, odd, halvings));
}

function passes(number: bigint, base: bigint, odd: bigint, halvings: number): boolean {
  let power = powerOf(base, odd, number);
  if (power === 1n || power === number - 1n) return true;
  for (let round = 1; round < halvings; round++) {
    power = (power * power) % number;
    if (power === number - 1n) return true;
  }
  return false;
}

/** base^exponent mod modulus. */
export function powerOf(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let factor = base % modulus;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * factor) % modulus;
    factor = (factor * factor) % modulus;
  }
  return result;
}

/** Below 2^40 values, all of them are tried in minutes; of these only small orders are looked for. */
const mostTried = 4096;

/**
 * The order of the generator, where it is so small that every value can be tried; undefined where it is not. DSA-style
 * groups, whose order is a prime of 160 bits and more, are sound.
 */
export function smallOrder(generator: bigint, prime: bigint): number | undefined {
  if (prime < 3n) return undefined;
  const first = generator % prime;
  if (first === 0n) return 1;
  let power = first;
  for (let order = 1; order <= mostTried; order++) {
    if (power === 1n) return order;
    power = (power * first) % prime;
  }
  return undefined;
}
