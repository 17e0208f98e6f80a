import { expect, test } from 'vitest';
import {
  buildCertificate,
  intermediateCertificate,
  leafCertificate,
} from '../../evidence/certificate/build.fixture.ts';
import { no, unknown } from '../../model/observed.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { brokenSignature } from './sig-md5-sha1.ts';
import { weakKey } from './weak-key.ts';

type Key = ReturnType<typeof leafCertificate>['key'];
const key = (type: Key['type'], bits: number) =>
  buildCertificate({
    presented: { chain: [leafCertificate({ key: { type, bits } }), intermediateCertificate()] },
  });
const intermediateKey = (bits: number, selfSigned = false) =>
  buildCertificate({
    presented: {
      chain: [leafCertificate(), intermediateCertificate({ selfSigned, key: { type: 'rsa', bits } })],
    },
  });

test.each([
  ['RSA 2048', key('rsa', 2048), 'safe'],
  ['RSA 4096', key('rsa', 4096), 'safe'],
  ['P-256', key('ec', 256), 'safe'],
  ['P-224', key('ec', 224), 'safe'],
  ['Ed25519', key('ed25519', 256), 'safe'],
  ['a short root, which is trusted for being known', intermediateKey(1024, true), 'safe'],
  ['a kind we do not know', key('other', 0), 'undetermined: unknown-key'],
  ['a length that could not be read', key('rsa', 0), 'undetermined: unknown-key'],
  ['no handshake', buildCertificate({ presented: unknown('closed') }), 'undetermined: closed'],
  ['no certificate', buildCertificate({ presented: no }), 'not-applicable'],
  ['RSA 2047', key('rsa', 2047), 'high verified'],
  ['RSA 1024', key('rsa', 1024), 'high verified'],
  ['RSA 512', key('rsa', 512), 'critical verified'],
  ['DSA 1024', key('dsa', 1024), 'high verified'],
  ['a curve of 192 bits', key('ec', 192), 'high verified'],
  ['an intermediate of RSA 1024', intermediateKey(1024), 'high verified'],
])('weak-key: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(weakKey, evidence)).toBe(outcome);
});

const hash = (signatureHash: string, overrides: Parameters<typeof leafCertificate>[0] = {}) =>
  buildCertificate({
    presented: { chain: [leafCertificate({ signatureHash, ...overrides }), intermediateCertificate()] },
  });
const intermediateHash = (selfSigned: boolean, path: string[] = []) =>
  buildCertificate({
    presented: {
      chain: [leafCertificate(), intermediateCertificate({ signatureHash: 'sha1', selfSigned })],
      path,
    },
  });

test.each([
  ['SHA-256', hash('sha256'), 'safe'],
  ['SHA-384', hash('SHA-384'), 'safe'],
  ['a root signed with SHA-1', intermediateHash(true), 'safe'],
  ['self-signed with SHA-1, with an intermediate behind', hash('sha1', { selfSigned: true }), 'safe'],
  [
    'self-signed with SHA-1, alone',
    buildCertificate({
      presented: { chain: [leafCertificate({ signatureHash: 'sha1', selfSigned: true })] },
    }),
    'not-applicable',
  ],
  ['an algorithm we do not know', hash('unknown'), 'undetermined: unknown-signature'],
  ['no handshake', buildCertificate({ presented: unknown('timeout') }), 'undetermined: timeout'],
  ['SHA-1', hash('sha1'), 'high verified'],
  ['SHA-1, spelt otherwise', hash('SHA-1'), 'high verified'],
  ['MD5', hash('md5'), 'high verified'],
  ['an intermediate signed with SHA-1', intermediateHash(false), 'high verified'],
  ['one on the way to a root', intermediateHash(false, ['a1'.repeat(32), 'c3'.repeat(32)]), 'high verified'],
  ['one that no client needs', intermediateHash(false, ['a1'.repeat(32), '00'.repeat(32)]), 'safe'],
])('sig-md5-sha1: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(brokenSignature, evidence)).toBe(outcome);
});
