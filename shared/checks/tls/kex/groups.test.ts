import { expect, test } from 'vitest';
import {
  buildMxTlsHello,
  buildTlsHello,
  groupList,
  seenDhe,
  seenEcdhe,
} from '../../../evidence/tls-hello/build.fixture.ts';
import { no, unknown } from '../../../model/observed.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { commonPrimeName } from './common-primes.ts';
import { dhCommonPrime } from './dh-common-prime.ts';
import { dhComposite } from './dh-composite.ts';
import { dhReuse } from './dh-reuse.ts';
import { ecdhReuse } from './ecdh-reuse.ts';
import { groupsList } from './groups-list.ts';
import { pqMissing } from './pq-missing.ts';
import { smallSubgroup } from './small-subgroup.ts';
import { weakCurve } from './weak-curve.ts';

/** Oakley group 2 (RFC 2409 §6.2), in the products of half the world. */
const oakley2 =
  'ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74020bbea63b139b22514a08798e3404ddef9519b3cd3a431b302b0a6df25f14374fe1356d6d51c245e485b576625e7ec6f44c42e9a637ed6b0bff5cb6f406b7edee386bfb5a899fa5ae9f24117c4b1fe649286651ece65381ffffffffffffffff';
/** 2^1279 − 1, of nobody's product. */
const mersenne = (2n ** 1279n - 1n).toString(16).padStart(320, '0');
const composite = ((2n ** 521n - 1n) * (2n ** 607n - 1n)).toString(16).padStart(282, '0');
const silent = unknown('timeout');
const nothing = buildTlsHello({ versions: { 'TLSv1.2': no, 'TLSv1.3': no }, dhe: no, ecdhe: no });

test('the name of a known prime → whose it is, by its start and its length', () => {
  expect(commonPrimeName(oakley2)).toBe('RFC 2409 group 2');
  expect(commonPrimeName(`00${oakley2}`)).toBe('RFC 2409 group 2');
  expect(commonPrimeName(oakley2.slice(0, 192))).toBeUndefined();
  expect(commonPrimeName(mersenne)).toBeUndefined();
  expect(commonPrimeName('')).toBeUndefined();
});

test.each([
  ['no DHE', buildTlsHello(), 'safe'],
  ['silence', buildTlsHello({ dhe: silent, dheExport: silent }), 'undetermined: timeout'],
  ['no handshake at all', nothing, 'undetermined: no-handshake'],
  ['an own prime', buildTlsHello({ dhe: seenDhe(mersenne) }), 'safe'],
  ['Oakley group 2', buildTlsHello({ dhe: seenDhe(oakley2) }), 'high verified'],
  ['Oakley group 2 for export suites alone', buildTlsHello({ dheExport: seenDhe(oakley2) }), 'high verified'],
  ['Oakley group 2 between mail servers', buildMxTlsHello({ dhe: seenDhe(oakley2) }), 'medium verified'],
])('a common prime: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(dhCommonPrime, evidence)).toBe(outcome);
});

test.each([
  ['no DHE', buildTlsHello(), 'safe'],
  ['a prime', buildTlsHello({ dhe: seenDhe(mersenne) }), 'safe'],
  ['silence', buildTlsHello({ dhe: silent }), 'undetermined: timeout'],
  ['a product', buildTlsHello({ dhe: seenDhe(composite) }), 'high verified'],
])('not a prime: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(dhComposite, evidence)).toBe(outcome);
});

test.each([
  ['no DHE', buildTlsHello(), 'safe'],
  ['a generator of a large group', buildTlsHello({ dhe: seenDhe(mersenne, { generator: '03' }) }), 'safe'],
  ['silence', buildTlsHello({ dhe: silent }), 'undetermined: timeout'],
  ['the generator 1', buildTlsHello({ dhe: seenDhe(mersenne, { generator: '01' }) }), 'high verified'],
])('a small subgroup: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(smallSubgroup, evidence)).toBe(outcome);
});

test.each([
  ['fresh keys', buildTlsHello({ dhe: seenDhe(mersenne) }), 'safe'],
  ['no DHE', buildTlsHello(), 'safe'],
  ['silence', buildTlsHello({ dhe: silent }), 'undetermined: timeout'],
  [
    'one key twice',
    buildTlsHello({ dhe: seenDhe(mersenne, { publicValues: ['7f', '7f'] }) }),
    'undetermined: too-few-handshakes',
  ],
  [
    'one key of several machines',
    buildTlsHello({ dhe: seenDhe(mersenne, { publicValues: ['7f', '7f', '80'] }) }),
    'safe',
  ],
  [
    'one key three times',
    buildTlsHello({ dhe: seenDhe(mersenne, { publicValues: ['7f', '7f', '7f'] }) }),
    'low verified',
  ],
])('DHE keys: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(dhReuse, evidence)).toBe(outcome);
});

test.each([
  ['fresh keys', buildTlsHello(), 'safe'],
  [
    'one key three times',
    buildTlsHello({ ecdhe: seenEcdhe({ publicValues: ['a1', 'a1', 'a1'] }) }),
    'low verified',
  ],
])('ECDHE keys: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(ecdhReuse, evidence)).toBe(outcome);
});

test.each([
  ['refused', buildTlsHello(), 'safe'],
  ['silence', buildTlsHello({ weakCurves: silent }), 'undetermined: timeout'],
  ['taken', buildTlsHello({ weakCurves: groupList(['0013', 'secp192r1']) }), 'medium verified'],
  [
    'taken between mail servers',
    buildMxTlsHello({ weakCurves: groupList(['0013', 'secp192r1']) }),
    'low verified',
  ],
])('weak curves: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(weakCurve, evidence)).toBe(outcome);
});

test.each([
  ['supported', buildTlsHello(), 'safe'],
  ['silence', buildTlsHello({ hybridGroup: silent }), 'undetermined: timeout'],
  ['refused', buildTlsHello({ hybridGroup: no }), 'info verified'],
])('hybrid key exchange: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(pqMissing, evidence)).toBe(outcome);
});

test.each([
  ['not enumerated', buildTlsHello(), 'undetermined: not-attempted'],
  ['recommended ones', buildTlsHello({ groups: { 'TLSv1.3': groupList(['001d', 'x25519']) } }), 'safe'],
  [
    'secp256k1 among them',
    buildTlsHello({ groups: { 'TLSv1.2': groupList(['001d', 'x25519'], ['0016', 'secp256k1']) } }),
    'info verified',
  ],
])('groups: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(groupsList, evidence)).toBe(outcome);
});
