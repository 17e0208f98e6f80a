import { readX509 } from '../../evidence/certificate/x509.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import type { Estate } from '../check.ts';

interface Moduli {
  readonly all: readonly (readonly [modulus: bigint, evidence: Evidence])[];
  readonly product: bigint;
}

const read = new WeakMap<Estate, Moduli>();

/** The first server of the report whose RSA modulus is another one and has a prime in common with this. */
export function sharesPrime(modulus: bigint, estate: Estate): Evidence | undefined {
  const { all, product } = moduliOf(estate);
  // Bernstein's batch: one division for all the others together, since hardly any estate has such a key.
  const others = (product % (modulus * modulus)) / modulus;
  if (greatestCommonDivisor(modulus, others) === 1n) return undefined;
  return all.find(([other]) => other !== modulus && greatestCommonDivisor(modulus, other) !== 1n)?.[1];
}

/** Each modulus once, read once for all places that are judged. */
function moduliOf(estate: Estate): Moduli {
  const known = read.get(estate);
  if (known !== undefined) return known;
  const first = new Map<bigint, Evidence>();
  for (const evidence of estate) {
    const modulus = modulusOf(evidence);
    if (modulus !== undefined && modulus > 1n && !first.has(modulus)) first.set(modulus, evidence);
  }
  const all = [...first];
  const moduli = { all, product: productOf(all.map(([modulus]) => modulus)) };
  read.set(estate, moduli);
  return moduli;
}

function modulusOf({ kind, data }: Evidence): bigint | undefined {
  if (kind !== 'certificate' || data.presented.outcome !== 'yes') return undefined;
  const leaf = data.presented.value.chain[0];
  return leaf === undefined ? undefined : readX509(leaf.der)?.rsa?.modulus;
}

/** In halves, so that large numbers meet large ones. */
function productOf(factors: readonly bigint[]): bigint {
  if (factors.length <= 1) return factors[0] ?? 1n;
  const half = factors.length >> 1;
  return productOf(factors.slice(0, half)) * productOf(factors.slice(half));
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller > 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
