import { expect, test } from 'vitest';
import {
  acceptedHello,
  buildMxTlsHello,
  buildTlsHello,
  serverHello,
} from '../../evidence/tls-hello/build.fixture.ts';
import { no, type Observed, unknown, yes } from '../../model/observed.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { alpnH2Blacklisted } from './alpn-h2-blacklisted.ts';
import { cbcSha1 } from './cipher/cbc-sha1.ts';
import { ccm8 } from './cipher/ccm8.ts';
import { idea } from './cipher/idea.ts';
import { obsoleteCbc } from './cipher/obsolete-cbc.ts';
import { orderClient } from './cipher/order-client.ts';
import { rc2 } from './cipher/rc2.ts';
import { seed } from './cipher/seed.ts';
import { unknownSelected } from './cipher/unknown-selected.ts';
import { clientAuthCas } from './client-auth-cas.ts';
import { emsMissing } from './ems-missing.ts';
import { greaseIntolerance } from './grease-intolerance.ts';
import { heartbeatOffered } from './heartbeat-offered.ts';
import { downgradeScsvMissing } from './protocol/downgrade-scsv-missing.ts';
import { downgradeSentinelMissing } from './protocol/downgrade-sentinel.ts';
import { sslv2 } from './protocol/sslv2.ts';
import { versionIntolerance } from './protocol/version-intolerance.ts';
import { weakSignatureAlgorithm } from './sigalg/sha1-md5.ts';
import { sizeBug256 } from './size-bug-256.ts';
import { sniDefaultCertificate } from './sni/default-cert.ts';
import { sniRequired } from './sni/required.ts';
import { timestamp } from './timestamp.ts';

const silent = unknown('timeout');
const none = buildTlsHello({ versions: { 'TLSv1.2': no, 'TLSv1.3': no } });
const cbc = acceptedHello({ cipher: '002f', cipherName: 'TLS_RSA_WITH_AES_128_CBC_SHA' });
const cbcSha256 = acceptedHello({ cipher: '003c', cipherName: 'TLS_RSA_WITH_AES_128_CBC_SHA256' });

test.each([
  ['rc2', rc2, 'high'],
  ['idea', idea, 'medium'],
  ['seed', seed, 'medium'],
  ['ccm8', ccm8, 'low'],
  ['cbc', obsoleteCbc, 'low'],
] as const)('the family %s → told only where it was accepted', (family, check, severity) => {
  expect(outcomeOf(check, buildTlsHello())).toBe('safe');
  expect(outcomeOf(check, none)).toBe('undetermined: no-handshake');
  expect(outcomeOf(check, buildTlsHello({ families: { [family]: silent } }))).toBe('undetermined: timeout');
  expect(outcomeOf(check, buildTlsHello({ families: { [family]: cbc } }))).toBe(`${severity} verified`);
});

const listed = (...names: readonly string[]) =>
  yes({ suites: names.map((name) => ({ code: '0000', name })), extent: 'complete' as const });

test.each([
  ['no CBC', buildTlsHello(), 'safe'],
  ['CBC with SHA-1', buildTlsHello({ families: { cbc } }), 'low verified'],
  [
    'CBC with SHA-256, nothing enumerated',
    buildTlsHello({ families: { cbc: cbcSha256 } }),
    'undetermined: not-enumerated',
  ],
  [
    'CBC with SHA-256 and the list without SHA-1',
    buildTlsHello({
      families: { cbc: cbcSha256 },
      ciphers: { 'TLSv1.2': listed('TLS_RSA_WITH_AES_128_CBC_SHA256') },
    }),
    'safe',
  ],
  [
    'CBC with SHA-256 and SHA-1 in the list',
    buildTlsHello({
      families: { cbc: cbcSha256 },
      ciphers: { 'TLSv1.2': listed('TLS_RSA_WITH_AES_256_CBC_SHA') },
    }),
    'low verified',
  ],
])('CBC with SHA-1: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(cbcSha1, evidence)).toBe(outcome);
});

const ssl2 = (ciphers: readonly string[], confirmedBy: string | null = serverHello) =>
  buildTlsHello({ sslv2: yes({ serverHello, ciphers: [...ciphers], confirmedBy }) });

test.each([
  ['refused', buildTlsHello(), 'safe'],
  ['refused by a server that speaks nothing else', none, 'safe'],
  ['silence', buildTlsHello({ sslv2: silent }), 'undetermined: timeout'],
  ['answered without a cipher in common', ssl2([]), 'safe'],
  ['answered', ssl2(['010080']), 'critical verified'],
  ['answered once', ssl2(['010080'], null), 'critical inferred'],
])('SSL 2.0: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(sslv2, evidence)).toBe(outcome);
});

const refusal = yes({ hello: '16', reaction: 'reset' as const, alert: null, control: serverHello });

test.each([
  [versionIntolerance, 'grease', 'low'],
  [greaseIntolerance, 'grease', 'info'],
  [sizeBug256, 'size', 'info'],
] as const)('a hello that is not answered → told only with its control', (check, kind, severity) => {
  expect(outcomeOf(check, buildTlsHello())).toBe('safe');
  expect(outcomeOf(check, none)).toBe('undetermined: no-handshake');
  expect(outcomeOf(check, buildTlsHello({ intolerance: { [kind]: unknown('reset') } }))).toBe(
    'undetermined: reset',
  );
  expect(outcomeOf(check, buildTlsHello({ intolerance: { [kind]: refusal } }))).toBe(`${severity} verified`);
});

const two = { versions: { 'TLSv1.1': acceptedHello({ version: 'TLSv1.1' }) } } as const;

test.each([
  ['one version up to TLS 1.2', buildTlsHello(), 'not-applicable'],
  ['two versions, refused', buildTlsHello({ ...two, fallback: no }), 'safe'],
  ['two versions, silence', buildTlsHello({ ...two, fallback: silent }), 'undetermined: timeout'],
  ['two versions, answered', buildTlsHello({ ...two, fallback: acceptedHello() }), 'low verified'],
  [
    'a version that is not known',
    buildTlsHello({ versions: { 'TLSv1.1': silent } }),
    'undetermined: not-attempted',
  ],
])('TLS_FALLBACK_SCSV: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(downgradeScsvMissing, evidence)).toBe(outcome);
});

test.each([
  ['set', buildTlsHello(), 'safe'],
  ['TLS 1.3 alone', buildTlsHello({ versions: { 'TLSv1.2': no } }), 'not-applicable'],
  ['TLS 1.2 alone', buildTlsHello({ versions: { 'TLSv1.3': no } }), 'not-applicable'],
  ['silence', buildTlsHello({ downgradeSentinel: silent }), 'undetermined: timeout'],
  ['missing', buildTlsHello({ downgradeSentinel: no }), 'low inferred'],
])('the mark of a downgrade: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(downgradeSentinelMissing, evidence)).toBe(outcome);
});

const choice = (cipherName: string, cipher: string) => ({ cipher, cipherName, serverHello });
const ordered = (forward: string, reversed: string) =>
  yes({
    version: 'TLSv1.2' as const,
    offered: ['c02f', '002f'],
    forward: choice(forward, 'c02f'),
    reversed: choice(reversed, forward === reversed ? 'c02f' : '002f'),
  });
const strong = 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256';
const weak = { families: { cbc } };

test.each([
  ['nothing weak is accepted', buildTlsHello(), 'not-applicable'],
  ['the server decides', buildTlsHello({ ...weak, order: ordered(strong, strong) }), 'safe'],
  ['not asked', buildTlsHello(weak), 'undetermined: not-attempted'],
  [
    'strong ones either way',
    buildTlsHello({ ...weak, order: ordered(strong, 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256') }),
    'safe',
  ],
  [
    'the client decides for a weak one',
    buildTlsHello({ ...weak, order: ordered(strong, 'TLS_RSA_WITH_AES_128_CBC_SHA') }),
    'low verified',
  ],
  [
    'the same between mail servers',
    buildMxTlsHello({ ...weak, order: ordered(strong, 'TLS_RSA_WITH_AES_128_CBC_SHA') }),
    'info verified',
  ],
])('order: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(orderClient, evidence)).toBe(outcome);
});

const unoffered = yes({
  version: 'TLSv1.2' as const,
  offered: ['c02f'],
  ...choice('TLS_RSA_WITH_NULL_MD5', '0001'),
});
const signature = yes({
  algorithm: '0201',
  name: 'rsa_pkcs1_sha1',
  serverKeyExchange: '03001d',
  serverHello,
});
const extension = yes({ extension: '01' });
const requested = (...names: string[]) => yes({ names, authorities: [], message: '0d' });

test.each<[string, Parameters<typeof outcomeOf>[0], string, Observed<unknown>, string]>([
  ['a suite that was not offered', unknownSelected, 'unofferedCipher', unoffered, 'medium verified'],
  ['a SHA-1 signature', weakSignatureAlgorithm, 'weakSignature', signature, 'medium verified'],
  ['heartbeat', heartbeatOffered, 'heartbeat', extension, 'info verified'],
  ['names of authorities', clientAuthCas, 'clientAuth', requested('CN=Internal CA'), 'info verified'],
  ['a request without names', clientAuthCas, 'clientAuth', requested(), 'safe'],
  ['no extended master secret', emsMissing, 'extendedMasterSecret', no, 'low verified'],
])('%s → its verdict; silence → none', (_, check, field, observed, outcome) => {
  expect(outcomeOf(check, buildTlsHello())).toBe('safe');
  expect(outcomeOf(check, buildTlsHello({ [field]: silent }))).toBe('undetermined: timeout');
  expect(outcomeOf(check, none)).toBe(
    field === 'extendedMasterSecret' ? 'safe' : 'undetermined: no-handshake',
  );
  expect(outcomeOf(check, buildTlsHello({ [field]: observed }))).toBe(outcome);
});

test('TLS 1.3 alone → extended master secret does not apply', () => {
  const evidence = buildTlsHello({
    versions: { 'TLSv1.2': no },
    extendedMasterSecret: unknown('not-attempted'),
  });

  expect(outcomeOf(emsMissing, evidence)).toBe('not-applicable');
});

const h2 = (cipherName: string) =>
  yes({ choices: [{ version: 'TLSv1.2' as const, ...choice(cipherName, '002f') }] });

test.each([
  ['no HTTP/2 up to TLS 1.2', buildTlsHello(), 'safe'],
  ['silence', buildTlsHello({ h2: silent }), 'undetermined: timeout'],
  ['a modern suite', buildTlsHello({ h2: h2(strong) }), 'safe'],
  ['ChaCha20', buildTlsHello({ h2: h2('TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256') }), 'safe'],
  ['CBC', buildTlsHello({ h2: h2('TLS_RSA_WITH_AES_128_CBC_SHA') }), 'low verified'],
])('HTTP/2 with %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(alpnH2Blacklisted, evidence)).toBe(outcome);
});

const leaf = (byte: string) => yes({ sha256: byte.repeat(32), certificate: '30' });

test.each([
  ['the same certificate', buildTlsHello(), 'safe', 'safe'],
  [
    'another certificate',
    buildTlsHello({ leaves: { named: leaf('1f'), withoutName: leaf('2e') } }),
    'safe',
    'info verified',
  ],
  [
    'no answer without a name',
    buildTlsHello({ leaves: { named: leaf('1f'), withoutName: no } }),
    'info verified',
    'not-applicable',
  ],
  [
    'silence',
    buildTlsHello({ leaves: { named: leaf('1f'), withoutName: silent } }),
    'undetermined: timeout',
    'undetermined: timeout',
  ],
  ['asked by address', buildTlsHello({ sni: null }), 'not-applicable', 'not-applicable'],
])('without a name: %s → %s, %s', (_, evidence, required, other) => {
  expect(outcomeOf(sniRequired, evidence)).toBe(required);
  expect(outcomeOf(sniDefaultCertificate, evidence)).toBe(other);
});

const clock = (...offsets: number[]) =>
  buildTlsHello({
    randoms: offsets.map((offset, index) => ({
      random: (1_795_222_800 + index + offset).toString(16).padStart(8, '0').padEnd(64, 'c'),
      epochSeconds: 1_795_222_800 + index,
    })),
  });

test.each([
  ['random', buildTlsHello(), 'safe'],
  ['the time twice', clock(0, 2), 'info verified'],
  ['the time once by chance', clock(0, 500_000_000), 'safe'],
  ['one sample', clock(0), 'undetermined: too-few-handshakes'],
  ['no handshake', none, 'undetermined: no-handshake'],
])('the clock: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(timestamp, evidence)).toBe(outcome);
});
