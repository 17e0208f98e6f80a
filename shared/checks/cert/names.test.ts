import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildCertificate, leafCertificate } from '../../evidence/certificate/build.fixture.ts';
import { no, unknown } from '../../model/observed.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { shown } from '../shown.ts';
import { nameMismatch } from './name-mismatch.ts';
import { nameMatches, namesOf } from './names.ts';
import { noSan } from './no-san.ts';

describe('a pattern against www.city.example.jp', () => {
  test.each([
    ['www.city.example.jp', true],
    ['WWW.City.Example.JP', true],
    ['www.city.example.jp.', true],
    ['*.city.example.jp', true],
    ['city.example.jp', false],
    ['*.example.jp', false],
    ['*.*.example.jp', false],
    ['w*.city.example.jp', false],
    ['www.*.example.jp', false],
    ['*', false],
    ['*.jp', false],
    ['', false],
    ['www.city.example.jp.evil.example', false],
    ['www.city.example.jp\0.evil.example', false],
  ])('%j → %s', (pattern, matches) => {
    expect(nameMatches(pattern, 'www.city.example.jp')).toBe(matches);
  });
});

test('a wildcard does not stand for a whole domain below a registry', () => {
  expect(nameMatches('*.jp', 'city.jp')).toBe(false);
});

const certificate = (
  overrides: Parameters<typeof leafCertificate>[0],
  name: string | null = 'www.city.example.jp',
) => buildCertificate({ presented: { chain: [leafCertificate(overrides)] } }, { name });
const onlyCommonName = { dnsNames: [], subject: 'CN=www.city.example.jp, O=City, C=JP' };

test.each([
  ['the name is listed', certificate({}), 'safe'],
  ['a wildcard covers it', certificate({ dnsNames: ['*.city.example.jp'] }), 'safe'],
  ['asked by address', certificate({ dnsNames: ['other.example'] }, null), 'not-applicable'],
  ['no handshake', buildCertificate({ presented: unknown('timeout') }), 'undetermined: timeout'],
  ['no certificate', buildCertificate({ presented: no }), 'not-applicable'],
  ['only a common name, and the right one', certificate(onlyCommonName), 'safe'],
  [
    'only another common name',
    certificate({ ...onlyCommonName, subject: 'O=City, CN=old.example.jp' }),
    'high verified',
  ],
  [
    'the common name fits, the alternative names do not',
    certificate({ dnsNames: ['other.example'] }),
    'high verified',
  ],
  ['no name at all', certificate({ dnsNames: [], subject: 'O=City' }), 'high verified'],
  ['only an address', certificate({ dnsNames: [], ipAddresses: ['192.0.2.1'] }), 'high verified'],
  [
    'another name at a mail server, which mail.cert-name-mismatch judges',
    buildCertificate(
      { via: 'smtp-starttls', presented: { chain: [leafCertificate()] } },
      { name: 'mx.example.jp', port: 25 },
    ),
    'not-applicable',
  ],
])('name-mismatch: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(nameMismatch, evidence)).toBe(outcome);
});

test.each([
  ['names are listed', certificate({}), 'safe'],
  ['addresses are listed', certificate({ dnsNames: [], ipAddresses: ['192.0.2.1'] }), 'safe'],
  ['no handshake', buildCertificate({ presented: unknown('reset') }), 'undetermined: reset'],
  ['no certificate', buildCertificate({ presented: no }), 'not-applicable'],
  ['only a common name', certificate(onlyCommonName), 'medium verified'],
])('no-san: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(noSan, evidence)).toBe(outcome);
});

test('any subject → names without separators, in no time', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2048 }), (subject) => {
      const [name] = namesOf(leafCertificate({ dnsNames: [], subject }));
      expect(name ?? '').not.toMatch(/[,\n]/);
    }),
  );
});

test('whatever a certificate says of itself → at most a line without controls', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
      expect(shown(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(shown(text).length).toBeLessThanOrEqual(121);
    }),
  );
});
