import { describe, expect, test } from 'vitest';
import {
  buildCertificate,
  caDer,
  intermediateCertificate,
  leafCertificate,
  plainDer,
  version1Der,
} from '../../evidence/certificate/build.fixture.ts';
import { readX509 } from '../../evidence/certificate/x509.ts';
import { noKnowledge } from '../../knowledge/knowledge.ts';
import { debianList, publishedList } from '../../knowledge/known-keys/known-keys.fixture.ts';
import { vulnkeyChecksum } from '../../knowledge/known-keys/known-keys.ts';
import { knownKeysFeed } from '../../knowledge/known-keys/known-keys-feed.ts';
import { no, unknown, yes } from '../../model/observed.ts';
import type { Check } from '../check.ts';
import { outcomeOf, verdictAmong, verdictKnowing } from '../outcome.fixture.ts';
import { basicConstraintsCa } from './basic-constraints.ts';
import { chainOrder } from './chain-order.ts';
import { debianWeak } from './debian-weak.ts';
import { duplicateCertificate } from './duplicate.ts';
import { extendedKeyUsageWrong } from './eku.ts';
import { extraRoot } from './extra-root.ts';
import { inconsistentHosts } from './inconsistent-hosts.ts';
import { internalNames } from './internal-names.ts';
import { knownPrivateKey } from './known-private-key.ts';
import { keyUsageWrong } from './ku.ts';
import { lifetimeLong } from './lifetime-long.ts';
import { mustStapleViolated } from './must-staple-violated.ts';
import { ocspStapleMissing } from './ocsp-staple-missing.ts';
import { privateIpSan } from './private-ip-san.ts';
import { revoked } from './revoked.ts';
import { roca } from './roca.ts';
import { hasRocaMark } from './roca-mark.ts';
import { rsaExponentSmall } from './rsa-e-small.ts';
import { sctMissing } from './sct-missing.ts';
import { serialShort } from './serial-short.ts';
import { sharedKeyFactorable } from './shared-key-factorable.ts';
import { version1 } from './v1.ts';
import { wildcardScope } from './wildcard-scope.ts';

type Presented = NonNullable<NonNullable<Parameters<typeof buildCertificate>[0]>['presented']>;
const leaf = (change: Parameters<typeof leafCertificate>[0], presented: Presented = {}) =>
  buildCertificate({
    presented: { chain: [leafCertificate(change), intermediateCertificate()], ...presented },
  });
const good = buildCertificate();
const ca = leaf({ der: caDer });

describe.each<[string, Check]>([
  ['eku', extendedKeyUsageWrong],
  ['ku', keyUsageWrong],
  ['basic-constraints', basicConstraintsCa],
  ['serial-short', serialShort],
  ['v1', version1],
  ['rsa-e-small', rsaExponentSmall],
  ['roca', roca],
  ['sct-missing', sctMissing],
  ['must-staple-violated', mustStapleViolated],
  ['ocsp-staple-missing', ocspStapleMissing],
])('%s', (_, check) => {
  test.each([
    ['a certificate that cannot be read', leaf({ der: 'MIIB' }), 'undetermined: garbled'],
    ['no handshake', buildCertificate({ presented: unknown('reset') }), 'undetermined: reset'],
    ['no certificate', buildCertificate({ presented: no }), 'not-applicable'],
  ])('%s → %s', (__, evidence, outcome) => {
    expect(outcomeOf(check, evidence)).toBe(outcome);
  });
});

test.each<[Check, string, string, string]>([
  [extendedKeyUsageWrong, 'safe', 'medium verified', 'safe'],
  [keyUsageWrong, 'safe', 'medium verified', 'safe'],
  [basicConstraintsCa, 'safe', 'medium verified', 'safe'],
  [serialShort, 'safe', 'low verified', 'safe'],
  [version1, 'safe', 'safe', 'low verified'],
  [rsaExponentSmall, 'not-applicable', 'safe', 'not-applicable'],
  [roca, 'not-applicable', 'safe', 'not-applicable'],
])('a sound one, an authority’s, one of version 1 → their verdicts', (check, sound, authority, old) => {
  expect(outcomeOf(check, good)).toBe(sound);
  expect(outcomeOf(check, ca)).toBe(authority);
  expect(outcomeOf(check, leaf({ der: version1Der }))).toBe(old);
});

test.each([
  [
    'RSA key exchange by a certificate that may only encipher',
    { cipher: 'TLS_RSA_WITH_AES_128_CBC_SHA' },
    'medium verified',
  ],
])('%s → %s', (_, presented, outcome) => {
  expect(outcomeOf(keyUsageWrong, leaf({ der: caDer }, presented))).toBe(outcome);
});

test('the mark of ROCA → a modulus of its form has it, an ordinary one has not', () => {
  const primorial = [
    2n,
    3n,
    5n,
    7n,
    11n,
    13n,
    17n,
    19n,
    23n,
    29n,
    31n,
    37n,
    41n,
    43n,
    47n,
    53n,
    59n,
    61n,
    67n,
    71n,
    73n,
    79n,
    83n,
    89n,
    97n,
    101n,
    103n,
    107n,
    109n,
    113n,
    127n,
    131n,
    137n,
    139n,
    149n,
    151n,
    157n,
    163n,
    167n,
  ].reduce((product, prime) => product * prime);
  const power = (exponent: number) => {
    let result = 1n;
    for (let round = 0; round < exponent; round++) result = (result * 65_537n) % primorial;
    return result;
  };

  expect(hasRocaMark((7n * primorial + power(5)) * (11n * primorial + power(9)))).toBe(true);
  expect(hasRocaMark(readX509(caDer)?.rsa?.modulus ?? 0n)).toBe(false);
  expect(hasRocaMark((2n ** 521n - 1n) * (2n ** 607n - 1n))).toBe(false);
});

const published = vulnkeyChecksum(readX509(caDer)?.rsa?.modulus ?? 0n);
const knowing = (...files: Parameters<typeof knownKeysFeed.parse>[0]) => ({
  ...noKnowledge,
  knownKeys: files.length === 0 ? null : knownKeysFeed.parse(files).value,
});

test.each([
  ['no list', ca, knowing(), 'undetermined', 'undetermined'],
  [
    'lists without it',
    ca,
    knowing(debianList('0'.repeat(20)), publishedList('0'.repeat(20))),
    'safe',
    'safe',
  ],
  ['a list of Debian’s', ca, knowing(debianList(published)), 'vulnerable', 'undetermined'],
  ['a list of published ones', ca, knowing(publishedList(published)), 'undetermined', 'vulnerable'],
  ['no RSA', good, knowing(debianList(published)), 'not-applicable', 'not-applicable'],
  ['cut short', leaf({ der: 'MIIB' }), knowing(debianList(published)), 'undetermined', 'undetermined'],
])('keys that are no secret: %s → Debian’s %s, published %s', (_, evidence, knowledge, debian, open) => {
  expect(verdictKnowing(knowledge, debianWeak, evidence).verdict).toBe(debian);
  expect(verdictKnowing(knowledge, knownPrivateKey, evidence).verdict).toBe(open);
});

const status = (value: 'good' | 'revoked' | 'unknown', nextUpdate: string | null = null) =>
  yes({ status: value, thisUpdate: '2026-11-20T00:00:00Z', nextUpdate, response: 'MA==' });

test.each([
  ['none stapled', no, 'undetermined: not-stapled', 'medium verified', 'info verified'],
  ['good', status('good'), 'safe', 'safe', 'safe'],
  ['good for years to come', status('good', '2099-01-01T00:00:00Z'), 'safe', 'safe', 'safe'],
  [
    'good until last year',
    status('good', '2025-01-01T00:00:00Z'),
    'undetermined: ocsp-stale',
    'safe',
    'safe',
  ],
  ['revoked until last year', status('revoked', '2025-01-01T00:00:00Z'), 'high verified', 'safe', 'safe'],
  ['revoked', status('revoked'), 'high verified', 'safe', 'safe'],
  ['unknown to the authority', status('unknown'), 'undetermined: ocsp-unknown', 'safe', 'safe'],
  ['not read', unknown('garbled'), 'undetermined: garbled', 'undetermined: garbled', 'undetermined: garbled'],
])(
  'a stapled status: %s → revoked %s, must-staple %s, staple missing %s',
  (_, ocsp, isRevoked, violated, missing) => {
    const evidence = buildCertificate({ presented: { ocsp } });

    expect(outcomeOf(revoked, evidence)).toBe(isRevoked);
    expect(outcomeOf(mustStapleViolated, evidence)).toBe(violated);
    expect(outcomeOf(ocspStapleMissing, evidence)).toBe(missing);
  },
);

test('no declaration and no OCSP address → nothing is missing', () => {
  expect(outcomeOf(mustStapleViolated, leaf({ der: plainDer }))).toBe('not-applicable');
  expect(outcomeOf(ocspStapleMissing, leaf({ der: plainDer }))).toBe('not-applicable');
});

test.each([
  ['two timestamps', good, 'safe'],
  ['none, of a public authority', leaf({ der: plainDer }), 'low verified'],
  [
    'none inside, and nobody looked beside it',
    leaf({ der: plainDer }, { tlsTimestamps: unknown('not-attempted') }),
    'low inferred',
  ],
  ['two beside it', leaf({ der: plainDer }, { tlsTimestamps: yes({ count: 2 }) }), 'safe'],
  ['one beside it', leaf({ der: plainDer }, { tlsTimestamps: yes({ count: 1 }) }), 'low verified'],
  ['none, of an own authority', leaf({ der: plainDer }, { trust: 'untrusted-root' }), 'not-applicable'],
  ['none, of an authority of the order', leaf({ der: plainDer }, { anchor: 'order' }), 'not-applicable'],
  [
    'none, of we do not know whom',
    leaf({ der: plainDer }, { anchor: 'unknown' }),
    'undetermined: whose-root-is-not-known',
  ],
])('log entries: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(sctMissing, evidence)).toBe(outcome);
});

const lives = (notBefore: string, notAfter: string) =>
  leaf({ notBefore: `${notBefore}T00:00:00Z`, notAfter: `${notAfter}T00:00:00Z` });

test.each([
  ['90 days', good, 'safe'],
  ['398 days in 2025', lives('2025-01-01', '2026-02-03'), 'safe'],
  ['399 days in 2025', lives('2025-01-01', '2026-02-04'), 'low verified'],
  ['398 days of the day before the change', lives('2026-03-14', '2027-04-16'), 'safe'],
  ['201 days from the day of the change', lives('2026-03-15', '2026-10-02'), 'low verified'],
  ['five years before the rules', lives('2019-01-01', '2024-01-01'), 'safe'],
  [
    'ten years of an authority of the order',
    leaf({ notBefore: '2025-01-01T00:00:00Z', notAfter: '2035-01-01T00:00:00Z' }, { anchor: 'order' }),
    'not-applicable',
  ],
  [
    'ten years of an own authority',
    leaf(
      { notBefore: '2025-01-01T00:00:00Z', notAfter: '2035-01-01T00:00:00Z' },
      { trust: 'untrusted-root' },
    ),
    'not-applicable',
  ],
])('lifetime: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(lifetimeLong, evidence)).toBe(outcome);
});

const chain = (listed: 'as-sent' | 'sorted', ...certificates: ReturnType<typeof leafCertificate>[]) =>
  buildCertificate({ presented: { listed, chain: certificates } });
const other = intermediateCertificate({
  subject: 'CN=Other',
  issuer: 'CN=Elsewhere',
  sha256: 'e5'.repeat(32),
});
const upper = intermediateCertificate({
  subject: 'CN=Example Root CA, O=Example, C=JP',
  issuer: 'CN=Top',
  sha256: 'e6'.repeat(32),
});
const root = intermediateCertificate({ selfSigned: true, sha256: 'f6'.repeat(32) });

test.each([
  ['in order', chain('as-sent', leafCertificate(), intermediateCertificate()), 'safe', 'safe', 'safe'],
  [
    'reversed behind the leaf',
    chain('as-sent', leafCertificate(), upper, intermediateCertificate()),
    'info verified',
    'safe',
    'safe',
  ],
  [
    'a stranger behind',
    chain('as-sent', leafCertificate(), intermediateCertificate(), other),
    'safe',
    'safe',
    'safe',
  ],
  ['a root', chain('as-sent', leafCertificate(), root), 'safe', 'info verified', 'safe'],
  [
    'the leaf twice',
    chain('as-sent', leafCertificate(), leafCertificate(), intermediateCertificate()),
    'safe',
    'safe',
    'info verified',
  ],
  [
    'as the library sorted them',
    chain('sorted', leafCertificate(), intermediateCertificate(), root),
    'undetermined: sorted-by-library',
    'undetermined: sorted-by-library',
    'undetermined: sorted-by-library',
  ],
])('the list: %s → order %s, root %s, twice %s', (_, evidence, order, extra, twice) => {
  expect(outcomeOf(chainOrder, evidence)).toBe(order);
  expect(outcomeOf(extraRoot, evidence)).toBe(extra);
  expect(outcomeOf(duplicateCertificate, evidence)).toBe(twice);
});

test.each([
  ['public names', good, 'safe', 'safe'],
  ['a wildcard', leaf({ dnsNames: ['*.city.example.jp'] }), 'info verified', 'safe'],
  ['an internal name', leaf({ dnsNames: ['www.city.example.jp', 'web01.local'] }), 'safe', 'low verified'],
  ['a single label', leaf({ dnsNames: ['web01'] }), 'safe', 'low verified'],
  ['a name with local inside', leaf({ dnsNames: ['local.city.example.jp'] }), 'safe', 'safe'],
])('names: %s → wildcard %s, internal %s', (_, evidence, wildcard, internal) => {
  expect(outcomeOf(wildcardScope, evidence)).toBe(wildcard);
  expect(outcomeOf(internalNames, evidence)).toBe(internal);
});

test.each([
  ['none', good, 'safe'],
  ['a public one', leaf({ ipAddresses: ['203.0.112.1'] }), 'safe'],
  ['the one that was asked', leaf({ ipAddresses: ['192.0.2.1'] }), 'safe'],
  ['a private one', leaf({ ipAddresses: ['203.0.112.1', '10.1.2.3'] }), 'low verified'],
])('addresses: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(privateIpSan, evidence)).toBe(outcome);
});

const elsewhere = (presented: Presented, host = '192.0.2.99') => ({
  ...buildCertificate({ presented }, { host }),
  id: 'evd_elsewhere0000000000' as const,
});
const mine = leaf({ sha256: '99'.repeat(32) }, { trust: 'expired' });

test.each([
  ['alone', mine, [], 'not-applicable'],
  ['beside one with the same certificate', good, [elsewhere({})], 'safe'],
  [
    'good beside one with another good one',
    good,
    [elsewhere({ chain: [leafCertificate({ sha256: '77'.repeat(32) })] })],
    'safe',
  ],
  ['bad beside a good one', mine, [elsewhere({})], 'vulnerable'],
  [
    'of another name beside a good one',
    leaf({ sha256: '98'.repeat(32), dnsNames: ['other.example'] }),
    [elsewhere({})],
    'vulnerable',
  ],
  ['bad beside another bad one', mine, [elsewhere({ trust: 'expired' })], 'safe'],
])('several servers of a name: %s → %s', (_, own, others, verdict) => {
  expect(verdictAmong(inconsistentHosts, [own], others).verdict).toBe(verdict);
});

test.each([
  ['alone', ca, [], 'safe'],
  ['beside the same key', ca, [elsewhere({ chain: [leafCertificate({ der: caDer })] })], 'safe'],
  ['beside an elliptic key', ca, [elsewhere({})], 'safe'],
  ['no RSA itself', good, [elsewhere({ chain: [leafCertificate({ der: caDer })] })], 'not-applicable'],
])('primes in common: %s → %s', (_, own, others, verdict) => {
  expect(verdictAmong(sharedKeyFactorable, [own], others).verdict).toBe(verdict);
});
