import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MalformedError } from './bytes.ts';
import { captured } from './captured.fixture.ts';
import { messageTypes, readFlight } from './flight.ts';
import { parseDhParameters, parseKeyExchange, signatureSchemeOf } from './server-key-exchange.ts';

const message = (prime: string) =>
  Buffer.from(`${(prime.length / 2).toString(16).padStart(4, '0')}${prime}000102000103`, 'hex');

test('leading zero bytes do not make a prime longer', () => {
  const { primeBits, prime } = parseDhParameters(message(`00${'ff'.repeat(128)}`));
  expect(primeBits).toBe(1024);
  expect(prime).toHaveLength(128);
});

test.each([
  ['80', 8],
  ['7f', 7],
  ['01', 1],
  [`01${'00'.repeat(64)}`, 513],
])('bits of the number itself are counted: %s → %i', (prime, bits) => {
  expect(parseDhParameters(message(prime)).primeBits).toBe(bits);
});

test.each(['', '00', '0000'])('a prime of zero (%s) is malformed', (prime) => {
  expect(() => parseDhParameters(message(prime))).toThrow(MalformedError);
});

test('a captured one names its curve, its public value and how it was signed', () => {
  const { messages } = readFlight(Buffer.from(captured.tls12Flight, 'hex'));
  const body = messages.find(({ type }) => type === messageTypes.serverKeyExchange)?.body ?? Buffer.alloc(0);
  const parameters = parseKeyExchange(body, 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256');
  expect(parameters).toMatchObject({ kind: 'ecdh', group: '001d' });
  expect(parameters?.publicValue.toString('hex')).toMatch(/^97daa103.{54}7c$/);
  expect(parameters && signatureSchemeOf(body, parameters)).toBe('0403');
});

test.each(['TLS_RSA_WITH_AES_128_CBC_SHA', 'TLS_AES_128_GCM_SHA256', 'unknown'])(
  '%s has no ephemeral key exchange',
  (name) => {
    expect(parseKeyExchange(message('ff'), name)).toBeUndefined();
  },
);

test('a curve that is described instead of named is malformed', () => {
  const explicit = Buffer.from('0100170103', 'hex');
  expect(() => parseKeyExchange(explicit, 'TLS_ECDHE_RSA_WITH_NULL_SHA')).toThrow(MalformedError);
});

test.each(['TLS_DHE_RSA_WITH_RC4', 'TLS_ECDHE_RSA_WITH_RC4'])(
  'any bytes are parameters of %s or malformed',
  (name) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (noise) => {
        const body = Buffer.from(noise);
        try {
          const parameters = parseKeyExchange(body, name);
          expect(parameters).toBeDefined();
          if (parameters) signatureSchemeOf(body, parameters);
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedError);
        }
      }),
    );
  },
);
