import { dotted } from '@enkaku/shared/evidence/certificate/der.ts';
import { certificateSchema } from '@enkaku/shared/evidence/certificate/schema.ts';
import { no } from '@enkaku/shared/model/observed.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CertificateWish, issue, rsaKeys } from '../wire/certificate.fixture.ts';
import { alternativeNamesOf } from './alternative-names.ts';
import { parseCertificate } from './parse-certificate.ts';
import { signatureOf } from './signature-algorithm.ts';

function parse(wish: CertificateWish) {
  const certificate = parseCertificate(issue(wish).der);
  if (certificate === undefined) throw new Error('not read');
  const value = {
    protocol: 'TLSv1.2',
    cipher: '',
    chain: [certificate],
    trust: 'trusted',
    trustError: null,
    listed: 'as-sent' as const,
    anchor: 'none' as const,
    path: [],
    tlsTimestamps: no,
    ocspStapled: false,
    ocsp: no,
  };
  certificateSchema.parse({ sni: null, via: 'direct', presented: { outcome: 'yes', value } });
  return certificate;
}

describe('a certificate', () => {
  test('is read field by field', () => {
    const wish = {
      subject: 'www.city.example',
      dnsNames: ['www.city.example', '*.city.example'],
      serial: '0badcafe',
    };
    expect(parse(wish)).toMatchObject({
      subject: 'CN=www.city.example',
      issuer: 'CN=www.city.example',
      serial: '0BADCAFE',
      notBefore: '2020-01-01T00:00:00.000Z',
      notAfter: '2099-12-31T23:59:59.000Z',
      dnsNames: ['www.city.example', '*.city.example'],
      signatureOid: '1.2.840.113549.1.1.11',
      signatureHash: 'sha256',
      key: { type: 'rsa', bits: 2048 },
      isCa: false,
      selfSigned: true,
    });
  });

  test('signed with SHA-1 and a short key says so', () => {
    const weak = parse({ subject: 'weak', hash: 'sha1', keys: rsaKeys(1024) });
    expect(weak).toMatchObject({ signatureHash: 'sha1', key: { type: 'rsa', bits: 1024 } });
  });

  test('with the name of its issuer but another signature is not self-signed', () => {
    const issuer = { subject: 'same', privateKey: rsaKeys().privateKey };
    expect(parse({ subject: 'same', issuer }).selfSigned).toBe(false);
  });

  test.each([
    ['without alternative names', { subject: 'plain' }],
    ['with a negative serial number', { subject: 'negative', serial: 'ff01' }],
    ['with a serial number of 200 digits', { subject: 'long', serial: '11'.repeat(100) }],
    ['without a name', { subject: '' }],
    ['with a name of many lines', { subject: 'a\nCN=b\u0000\u001b[31m' }],
    ['with 900 names', { subject: 'many', dnsNames: Array.from({ length: 900 }, (_, i) => `h${i}.example`) }],
    ['with a name of 5000 letters', { subject: 'wide', dnsNames: ['a'.repeat(5000)] }],
    ['that ends in the year 9999', { subject: 'eternal', notAfter: '99991231235959Z' }],
  ])('%s fits into evidence', (_, wish) => {
    expect(parse(wish).key.bits).toBe(2048);
  });

  test('a comma in a name makes no second name', () => {
    expect(parse({ subject: 'comma', dnsNames: ['a.example, DNS:bank.example'] }).dnsNames).toHaveLength(1);
  });

  test.each([
    ['its end missing', (der: Buffer) => der.subarray(0, -1)],
    ['no bytes', () => Buffer.alloc(0)],
  ])('with %s is not read', (_, change) => {
    expect(parseCertificate(change(issue({ subject: 'x' }).der))).toBeUndefined();
  });

  test('of 20 KB is more than evidence holds', () => {
    const dnsNames = Array.from({ length: 1000 }, (_, i) => `host-number-${i}.city.example`);
    expect(parseCertificate(issue({ subject: 'big', dnsNames }).der)).toBeUndefined();
  });
});

test('damaged certificates are read or not read, without a throw', () => {
  const { der } = issue({ subject: 'www', dnsNames: ['www.city.example'] });
  const damage = fc.array(fc.tuple(fc.nat(der.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(damage, (changes) => {
      const damaged = Buffer.from(der);
      for (const [at, value] of changes) damaged[at] = value;
      parseCertificate(damaged);
      alternativeNamesOf(damaged);
      signatureOf(damaged);
    }),
    { numRuns: 300 },
  );
});

test('any bytes have no names and no signature, or some', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
      expect(alternativeNamesOf(Buffer.from(noise)).dnsNames.length).toBeLessThanOrEqual(512);
      expect(signatureOf(Buffer.from(noise)).signatureHash).not.toBe('');
    }),
  );
});

test.each([
  ['2a864886f70d01010b', '1.2.840.113549.1.1.11'],
  ['551d11', '2.5.29.17'],
  ['2b6570', '1.3.101.112'],
])('the object identifier %s is %s', (hex, text) => {
  expect(dotted(Buffer.from(hex, 'hex'))).toBe(text);
});
