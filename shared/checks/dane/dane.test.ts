import { expect, test } from 'vitest';
import { buildCertificate } from '../../evidence/certificate/build.fixture.ts';
import { dnsAnswer, question, record } from '../../evidence/dns-answers/build.fixture.ts';
import { buildHostDns } from '../../evidence/host-dns/build.fixture.ts';
import { unknown } from '../../model/observed.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { tlsaInvalid } from './tlsa/invalid.ts';
import { tlsaMismatch } from './tlsa/mismatch.ts';
import { tlsaMissing } from './tlsa/missing.ts';
import { parseTlsa } from './tlsa/records.ts';
import { tlsaRollover } from './tlsa/rollover.ts';

const name = 'mx.city.example.jp';
const mx = buildCertificate({ via: 'smtp-starttls' }, { port: 25, name });
const web = buildCertificate();
const answered = (records: readonly string[], flags = { ad: true }, rcode = 0) =>
  buildHostDns([
    question(
      'tlsa',
      dnsAnswer({ rcode, flags, answers: records.map((data) => record(`_25._tcp.${name}`, 'TLSA', data)) }),
      { name: `_25._tcp.${name}`, type: 'TLSA' },
    ),
  ]);
const leafKey = `3 1 1 ${'b2'.repeat(32)}`;
const otherKey = `3 1 1 ${'00'.repeat(32)}`;
const authority = `2 1 1 ${'d4'.repeat(32)}`;
const silent = buildHostDns([question('tlsa', unknown('timeout'), { name: `_25._tcp.${name}` })]);

test.each([
  [
    'no DNSSEC',
    answered([], { ad: false }),
    'not-applicable',
    'not-applicable',
    'not-applicable',
    'not-applicable',
  ],
  [
    'wrong records without DNSSEC',
    answered([otherKey], { ad: false }),
    'not-applicable',
    'not-applicable',
    'not-applicable',
    'not-applicable',
  ],
  ['no record', answered([]), 'info verified', 'not-applicable', 'not-applicable', 'not-applicable'],
  [
    'silence',
    silent,
    'undetermined: timeout',
    'undetermined: timeout',
    'undetermined: timeout',
    'undetermined: timeout',
  ],
  [
    'nothing asked',
    buildHostDns([]),
    'undetermined: not-attempted',
    'undetermined: not-attempted',
    'undetermined: not-attempted',
    'undetermined: not-attempted',
  ],
  [
    'a failing server',
    answered([], { ad: false }, 2),
    'undetermined: rcode-2',
    'undetermined: rcode-2',
    'undetermined: rcode-2',
    'undetermined: rcode-2',
  ],
  ['the key alone', answered([leafKey]), 'safe', 'safe', 'safe', 'low verified'],
  ['the key and the next one', answered([leafKey, otherKey]), 'safe', 'safe', 'safe', 'safe'],
  ['the authority', answered([authority]), 'safe', 'safe', 'safe', 'safe'],
  ['another key', answered([otherKey]), 'safe', 'safe', 'high verified', 'not-applicable'],
  ['a digest too short', answered([leafKey, '3 1 1 abcd']), 'safe', 'high verified', 'safe', 'safe'],
  [
    'SHA-512',
    answered([`3 1 2 ${'00'.repeat(64)}`]),
    'safe',
    'safe',
    'undetermined: digest-not-kept',
    'low verified',
  ],
])(
  '%s → missing %s, invalid %s, mismatch %s, rollover %s',
  (_, dns, missing, invalid, mismatch, rollover) => {
    expect(outcomeOf(tlsaMissing, mx, dns)).toBe(missing);
    expect(outcomeOf(tlsaInvalid, mx, dns)).toBe(invalid);
    expect(outcomeOf(tlsaMismatch, mx, dns)).toBe(mismatch);
    expect(outcomeOf(tlsaRollover, mx, dns)).toBe(rollover);
  },
);

test('a web server without TLSA → nothing is missing', () => {
  expect(outcomeOf(tlsaMissing, web, answered([]))).toBe('not-applicable');
});

test.each([
  '',
  '3 1',
  '4 1 1 00',
  '3 2 1 00',
  '3 1 3 00',
  '3 1 0 xyz',
  '-1 1 1 00',
  `3 1 1 ${'0'.repeat(63)}`,
])('%j → no TLSA', (text) => {
  expect(parseTlsa(text)).toBeUndefined();
});

test('a digest in pieces → one', () => {
  expect(parseTlsa(`3 1 1 ${'AB'.repeat(16)} ${'cd'.repeat(16)}`)?.data).toBe(
    'ab'.repeat(16) + 'cd'.repeat(16),
  );
});

test('a record for an authority that the library may have left out → nobody can say', () => {
  const foreign = answered([`2 1 1 ${'00'.repeat(32)}`]);
  const shown = (listed: 'as-sent' | 'sorted') =>
    buildCertificate({ via: 'smtp-starttls', presented: { listed } }, { name, port: 25 });

  expect(outcomeOf(tlsaMismatch, shown('sorted'), foreign)).toBe('undetermined: sorted-by-library');
  expect(outcomeOf(tlsaMismatch, shown('as-sent'), foreign)).toBe('high verified');
});
