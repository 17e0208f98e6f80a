import { tlsVersions } from '@enkaku/shared/evidence/tls-hello/schema.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Cursor } from './bytes.ts';
import { suites } from './cipher-suites.ts';
import { buildClientHello, maxSuites, suitesFor } from './client-hello.ts';
import { versionNumbers } from './versions.ts';

const randomness = {
  random: Buffer.alloc(32, 1),
  sessionId: Buffer.alloc(32, 2),
  keyShare: Buffer.alloc(32, 3),
};

/** The hello as a server would read it. */
function read(record: Buffer) {
  const cursor = new Cursor(record);
  const contentType = cursor.uint(1);
  const recordVersion = cursor.uint(2);
  const message = cursor.vector(2);
  const body = new Cursor(message);
  const type = body.uint(1);
  const hello = new Cursor(body.vector(3));
  const version = hello.uint(2);
  hello.take(32);
  const sessionId = hello.vector(1);
  const codes = hello.vector(2);
  const compression = hello.vector(1);
  const extensions = new Map<number, Buffer>();
  const block = new Cursor(hello.left > 0 ? hello.vector(2) : Buffer.alloc(0));
  while (block.left > 0) extensions.set(block.uint(2), block.vector(2));
  const left = cursor.left + body.left + hello.left;
  return {
    contentType,
    recordVersion,
    message,
    type,
    version,
    sessionId,
    codes,
    compression,
    extensions,
    left,
  };
}

const offer = (version: (typeof tlsVersions)[number], sni: string | null = 'www.city.example') =>
  read(buildClientHello({ version, suites: suitesFor(version), sni }, randomness));

describe('a ClientHello', () => {
  test.each(tlsVersions)('of %s has the lengths that its vectors say', (version) => {
    const hello = offer(version);
    expect(hello).toMatchObject({ contentType: 22, type: 1, left: 0 });
    expect(hello.version).toBe(Math.min(versionNumbers[version], 0x0303));
  });

  test('of SSLv3 has no extension, and says with a suite that it knows RFC 5746', () => {
    const hello = offer('SSLv3');
    expect(hello.recordVersion).toBe(0x0300);
    expect(hello.extensions.size).toBe(0);
    expect(hello.codes.toString('hex')).toMatch(/00ff$/);
  });

  test('of TLS 1.3 offers that version alone, with a share on X25519', () => {
    const { extensions, sessionId, compression } = offer('TLSv1.3');
    expect(extensions.get(43)?.toString('hex')).toBe('020304');
    expect(extensions.get(51)?.toString('hex')).toBe(`0024001d0020${'03'.repeat(32)}`);
    expect(sessionId).toHaveLength(32);
    expect(compression.toString('hex')).toBe('00');
  });

  test('up to TLS 1.2 offers compression, so that a server may show that it has it', () => {
    expect(offer('TLSv1.2').compression.toString('hex')).toBe('0100');
  });

  test('without a name has no server_name', () => {
    expect(offer('TLSv1.2', null).extensions.has(0)).toBe(false);
    expect(offer('TLSv1.2').extensions.get(0)?.toString('latin1')).toContain('www.city.example');
  });

  test('of TLS 1.1 leaves signature_algorithms to TLS 1.2', () => {
    expect(offer('TLSv1.1').extensions.has(13)).toBe(false);
    expect(offer('TLSv1.2').extensions.has(13)).toBe(true);
  });

  test.each(tlsVersions)('of %s offers 1 to 128 suites', (version) => {
    expect(suitesFor(version).length).toBeGreaterThan(0);
    expect(suitesFor(version).length).toBeLessThanOrEqual(maxSuites);
  });

  test('never measures 256 to 511 bytes', () => {
    const hello = fc.record({
      version: fc.constantFrom(...tlsVersions),
      suites: fc.subarray([...suites], { minLength: 1, maxLength: 90 }),
      sni: fc.option(fc.string({ minLength: 1, maxLength: 253, unit: fc.constantFrom('a', 'b', '-', '.') })),
    });
    fc.assert(
      fc.property(hello, (wish) => {
        const { message, left } = read(buildClientHello(wish, randomness));
        expect(left).toBe(0);
        expect(message.length < 256 || message.length > 511).toBe(true);
      }),
    );
  });
});

describe('the suites', () => {
  test('have one code each', () => {
    expect(new Set(suites.map(({ code }) => code)).size).toBe(suites.length);
  });

  test('of old versions have no AEAD and no SHA-2', () => {
    expect(suitesFor('TLSv1.0').filter(({ name }) => /GCM|CCM|POLY1305|SHA256|SHA384/.test(name))).toEqual(
      [],
    );
  });

  test('are called as IANA calls them', () => {
    const named = new Map(suites.map(({ code, name }) => [code, name]));
    expect(named.get('0003')).toBe('TLS_RSA_EXPORT_WITH_RC4_40_MD5');
    expect(named.get('0018')).toBe('TLS_DH_anon_WITH_RC4_128_MD5');
    expect(named.get('0019')).toBe('TLS_DH_anon_EXPORT_WITH_DES40_CBC_SHA');
    expect(named.get('c02f')).toBe('TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256');
    expect(named.get('c012')).toBe('TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA');
  });
});
