import { weakFamilies } from '@enkaku/shared/evidence/tls-hello/schema.ts';
import { expect, test } from 'vitest';
import { maxSuites } from '../wire/tls/client-hello.ts';
import { suitesOf } from './families.ts';

const names = (family: (typeof weakFamilies)[number]) => suitesOf(family).map(({ name }) => name);

test.each(weakFamilies)('%s is offered with 1 to 128 suites', (family) => {
  expect(suitesOf(family).length).toBeGreaterThan(0);
  expect(suitesOf(family).length).toBeLessThanOrEqual(maxSuites);
});

test('DES with 56 bits is neither 3DES nor the export DES with 40', () => {
  expect(names('des').filter((name) => /3DES|DES40/.test(name))).toEqual([]);
});

test('static RSA has no ephemeral, no anonymous, no NULL and no export suite', () => {
  expect(names('static-rsa').filter((name) => /DHE|anon|NULL|EXPORT/.test(name))).toEqual([]);
  expect(names('static-rsa')).toContain('TLS_RSA_WITH_AES_128_GCM_SHA256');
});

test('RC4 holds the 128-bit suites of every key exchange', () => {
  expect(names('rc4')).toEqual(
    expect.arrayContaining(['TLS_RSA_WITH_RC4_128_SHA', 'TLS_ECDHE_RSA_WITH_RC4_128_SHA']),
  );
  expect(names('rc4').filter((name) => /RC4_(40|56)/.test(name))).toEqual([]);
});

test('DHE is ephemeral with a certificate', () => {
  expect(suitesOf('dhe').filter(({ name }) => /ECDHE|anon|EXPORT|PSK/.test(name))).toEqual([]);
});
