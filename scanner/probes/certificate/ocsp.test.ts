import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readOcspResponse } from './ocsp.ts';

/** Made with openssl ocsp for a certificate of a test authority. */
const good =
  'MIIBJQoBAKCCAR4wggEaBgkrBgEFBQcwAQEEggELMIIBBzCBrqEPMA0xCzAJBgNVBAMMAkNBGA8yMDI2MTEyNzIxNTUxN1owZTBjMDswCQYFKw4DAhoFAAQUcR05dnHJ+s8iQglZJZeaBpjkaxEEFNkXEf37YS5MYJzM7TgfE1EdEcQCAgISNIAAGA8yMDI2MTEyNzIxNTUxN1qgERgPMjAyNjEyMDQyMTU1MTdaoSMwITAfBgkrBgEFBQcwAQIEEgQQ+2SyUukaxv/liSarDVUe0jAKBggqhkjOPQQDAgNIADBFAiEAiZLFOMuEy1vuCazIS9iDG1f2C6Jul0+darCL5fgafogCIGCk0pQZCrNl5AOoombehUzbOi/w7eCySpc+PlYsZsnD';
const revoked =
  'MIIBOwoBAKCCATQwggEwBgkrBgEFBQcwAQEEggEhMIIBHTCBxKEPMA0xCzAJBgNVBAMMAkNBGA8yMDI2MTEyNzIxNTUxN1owezB5MDswCQYFKw4DAhoFAAQUcR05dnHJ+s8iQglZJZeaBpjkaxEEFNkXEf37YS5MYJzM7TgfE1EdEcQCAgISNKEWGA8yMDI2MTEwMTAwMDAwMFqgAwoBARgPMjAyNjExMjcyMTU1MTdaoBEYDzIwMjYxMjA0MjE1NTE3WqEjMCEwHwYJKwYBBQUHMAECBBIEEMeHUp7gEPrQXHfNIuEodiYwCgYIKoZIzj0EAwIDSAAwRQIgALjFAHvORb1wbARxe3Prx2hNdP8Aqd8Nz5kMPYyE9T4CIQCOkVUx5JX7fCQhmS5bvTzDLfa46oKtPBkuJ0I8zQHA+g==';
/** OCSPResponseStatus tryLater, without an answer. */
const tryLater = 'MAMKAQM=';

test.each([
  ['good', good, 'good'],
  ['revoked', revoked, 'revoked'],
])('a response that says %s → its status and its time', (_, response, status) => {
  expect(readOcspResponse(Buffer.from(response, 'base64'))).toEqual({
    status,
    thisUpdate: expect.stringMatching(/^2026-11-27T\d\d:\d\d:\d\dZ$/),
    nextUpdate: expect.stringMatching(/^2026-12-04T/),
  });
});

test.each([tryLater, '', 'MA==', good.slice(0, 100)])('%j → undefined', (response) => {
  expect(readOcspResponse(Buffer.from(response, 'base64'))).toBeUndefined();
});

test('a response with bytes changed → read, or undefined; never an error', () => {
  const bytes = Buffer.from(good, 'base64');
  fc.assert(
    fc.property(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 }), (at, value) => {
      const changed = Buffer.from(bytes);
      changed[at] = value;
      expect(() => readOcspResponse(changed)).not.toThrow();
    }),
    { numRuns: 2000 },
  );
});
