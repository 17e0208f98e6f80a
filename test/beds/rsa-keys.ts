import { checkPrimeSync, generatePrimeSync, webcrypto } from 'node:crypto';
import type { CryptoKeyPair } from './test-ca.ts';

/** A prime that an RSA key with this exponent can have. */
export function primeFor(exponent: bigint, bits = 1024): bigint {
  for (;;) {
    const prime = generatePrimeSync(bits, { bigint: true });
    if ((prime - 1n) % exponent !== 0n) return prime;
  }
}

/** The faulty library of CVE-2017-15361 makes primes of the form k·M + (65537^a mod M), M the product of the first 126 primes. */
export function rocaPrime(): bigint {
  const product = firstPrimes(126).reduce((all, prime) => all * prime, 1n);
  const low = power(65_537n, BigInt(Math.floor(Math.random() * 2 ** 40)), product);
  // The upper quarter, so that two of them multiply to 2048 bits.
  const from = (3n << 1022n) / product + 1n + BigInt(Math.floor(Math.random() * 2 ** 40));
  for (let factor = from; ; factor++) {
    const candidate = factor * product + low;
    if (checkPrimeSync(candidate)) return candidate;
  }
}

/** The key pair of two primes, as no sound generator would make it. */
export async function rsaKeysOf(p: bigint, q: bigint, exponent = 65_537n): Promise<CryptoKeyPair> {
  const d = inverse(exponent, (p - 1n) * (q - 1n));
  const publicPart = { kty: 'RSA', n: base64url(p * q), e: base64url(exponent) };
  const jwk = {
    ...publicPart,
    d: base64url(d),
    p: base64url(p),
    q: base64url(q),
    dp: base64url(d % (p - 1n)),
    dq: base64url(d % (q - 1n)),
    qi: base64url(inverse(q, p)),
  };
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  return {
    privateKey: await webcrypto.subtle.importKey('jwk', jwk, algorithm, true, ['sign']),
    publicKey: await webcrypto.subtle.importKey('jwk', publicPart, algorithm, true, ['verify']),
  };
}

function firstPrimes(count: number): readonly bigint[] {
  const primes: bigint[] = [];
  for (let candidate = 2n; primes.length < count; candidate++) {
    if (primes.every((prime) => candidate % prime !== 0n)) primes.push(candidate);
  }
  return primes;
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (bit === '1') result = (result * base) % modulus;
  }
  return result;
}

/** Euclid's extended algorithm. */
function inverse(value: bigint, modulus: bigint): bigint {
  let [before, now] = [modulus, value % modulus];
  let [factorBefore, factor] = [0n, 1n];
  while (now > 1n) {
    const quotient = before / now;
    [before, now] = [now, before - quotient * now];
    [factorBefore, factor] = [factor, factorBefore - quotient * factor];
  }
  return ((factor % modulus) + modulus) % modulus;
}

function base64url(value: bigint): string {
  const hex = value.toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex').toString('base64url');
}
