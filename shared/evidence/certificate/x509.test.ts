import fc from 'fast-check';
import { expect, test } from 'vitest';
import { caDer, goodDer, plainDer, version1Der } from './build.fixture.ts';
import { readX509 } from './x509.ts';

test('a certificate with every extension → what it says of itself', () => {
  expect(readX509(goodDer)).toMatchObject({
    version: 3,
    rsa: null,
    basicConstraints: { isCa: false },
    keyUsage: ['digitalSignature'],
    extendedKeyUsage: ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2'],
    timestamps: 2,
    mustStaple: true,
    subjectKeyId: '8bed1c9ef0d6f0d7d875557d5ae4ed906b9b181a',
    authorityKeyId: null,
    ocspUrls: ['http://ocsp.example.jp/'],
  });
});

test('an RSA certificate of an authority → its numbers', () => {
  const x509 = readX509(caDer);

  expect(x509).toMatchObject({ serial: '11', basicConstraints: { isCa: true }, keyUsage: ['keyCertSign'] });
  expect(x509?.rsa?.exponent).toBe(65_537n);
  expect(x509?.rsa?.modulus.toString(2)).toHaveLength(1024);
});

test('extensions that are not there → null, not an empty list', () => {
  expect(readX509(plainDer)).toMatchObject({
    keyUsage: null,
    extendedKeyUsage: null,
    timestamps: 0,
    mustStaple: false,
    ocspUrls: [],
  });
});

test('version 1 → no extensions at all', () => {
  expect(readX509(version1Der)).toMatchObject({ version: 1, basicConstraints: null, keyUsage: null });
});

test.each(['', 'MIIB', 'not base64!', '8J8=', goodDer.slice(0, 200)])('%j → undefined', (der) => {
  expect(readX509(der)).toBeUndefined();
});

test('a certificate with bytes changed → read, or undefined; never an error', () => {
  const bytes = Uint8Array.from(atob(goodDer), (character) => character.charCodeAt(0));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 })), {
        minLength: 1,
        maxLength: 8,
      }),
      (changes) => {
        const changed = Uint8Array.from(bytes);
        for (const [at, value] of changes) changed[at] = value;
        expect(() => readX509(btoa(String.fromCharCode(...changed)))).not.toThrow();
      },
    ),
    { numRuns: 2000 },
  );
});
