/** The odd primes up to 167: enough that a sound key fits all of them by chance once in 2^27 and more. */
const primes = [
  3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107,
  109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167,
] as const;
const generator = 65_537;

/** What powers of 65537 leave behind after division by each prime. */
const residues = primes.map((prime) => {
  const reached = new Set<number>();
  for (let power = 1; !reached.has(power); power = (power * generator) % prime) reached.add(power);
  return { prime, reached };
});

/**
 * CVE-2017-15361: the faulty library makes primes of the form k·M + (65537^a mod M), so that the modulus is a power of
 * 65537 after division by every small prime (Nemec et al., CCS 2017).
 */
export function hasRocaMark(modulus: bigint): boolean {
  return residues.every(({ prime, reached }) => reached.has(Number(modulus % BigInt(prime))));
}
