import { generatePrimeSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { buildCertificate, caDer, leafCertificate } from '../../evidence/certificate/build.fixture.ts';
import { readX509 } from '../../evidence/certificate/x509.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import { unknown } from '../../model/observed.ts';
import { sharesPrime } from './moduli.ts';

const prime = () => generatePrimeSync(512, { bigint: true });
const [p, q, r, s] = [prime(), prime(), prime(), prime()];
const usual = readX509(caDer)?.rsa?.modulus ?? 0n;

/** A certificate with this modulus in place of its own, on a host of that number. */
function holder(modulus: bigint, host: number): Evidence {
  const hex = (number: bigint) => number.toString(16).padStart(256, '0');
  const bytes = Buffer.from(caDer, 'base64').toString('hex').replace(hex(usual), hex(modulus));
  const der = Buffer.from(bytes, 'hex').toString('base64');
  return buildCertificate({ presented: { chain: [leafCertificate({ der })] } }, { host: `192.0.2.${host}` });
}

const others = [holder(usual, 90), buildCertificate(), buildCertificate({ presented: unknown('reset') })];

test.each<[string, bigint, readonly Evidence[], string | undefined]>([
  ['nobody else', p * q, [], undefined],
  ['one with other primes', p * q, [holder(r * s, 2)], undefined],
  ['one with the same key', p * q, [holder(p * q, 2)], undefined],
  ['one with a prime of it', p * q, [holder(r * s, 2), holder(p * r, 3)], '192.0.2.3'],
  ['two with the same prime', p * q, [holder(p * r, 2), holder(p * s, 3)], '192.0.2.2'],
  ['two with one prime each', p * q, [holder(p * r, 2), holder(q * s, 3)], '192.0.2.2'],
])('a key beside %s → whose prime it shares', (_, own, beside, host) => {
  expect(sharesPrime(own, [holder(own, 1), ...others, ...beside])?.endpoint.host).toBe(host);
});
