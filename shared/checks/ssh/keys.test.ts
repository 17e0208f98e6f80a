import { expect, test } from 'vitest';
import { buildSshKeys, hostKey } from '../../evidence/ssh-keys/build.fixture.ts';
import { no, unknown, yes } from '../../model/observed.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { passwordAuth } from './auth/password.ts';
import { rsaBelow2048 } from './hostkey/rsa-below-2048.ts';
import { groupExchangeSmall } from './kex/gex-small.ts';

const unseen = { algorithm: 'rsa-sha2-256', key: unknown('timeout') };

test.each([
  ['RSA of 1024 bits', [hostKey('ssh-rsa', 1024)], 'medium verified'],
  ['RSA of 2047 bits', [hostKey('ssh-rsa', 2047)], 'medium verified'],
  [
    'RSA of 1024 bits beside a good key',
    [hostKey('ssh-ed25519', 256), hostKey('ssh-rsa', 1024)],
    'medium verified',
  ],
  ['RSA of 2048 bits', [hostKey('ssh-rsa', 2048)], 'safe'],
  ['RSA of 4096 bits', [hostKey('ssh-rsa', 4096)], 'safe'],
  ['no RSA key', [hostKey('ssh-ed25519', 256)], 'not-applicable'],
  ['a DSA key, which has a check of its own', [hostKey('ssh-dss', 1024)], 'not-applicable'],
  ['an elliptic key of 256 bits', [hostKey('ecdsa-sha2-nistp256', 256)], 'not-applicable'],
  ['an RSA key that was not seen', [unseen], 'undetermined: timeout'],
])('%s → %s', (_, hostKeys, outcome) => {
  expect(outcomeOf(rsaBelow2048, buildSshKeys({ hostKeys }))).toBe(outcome);
});

test('nothing was heard of the server → undetermined', () => {
  const evidence = buildSshKeys({ hostKeys: [], groupExchange: unknown('reset') });
  for (const check of [rsaBelow2048, groupExchangeSmall]) {
    expect(outcomeOf(check, evidence)).toBe('undetermined: reset');
  }
});

test.each([
  ['1024 bits', yes({ bits: 1024, prime: 'ff' }), 'high verified'],
  ['1536 bits', yes({ bits: 1536, prime: 'ff' }), 'medium verified'],
  ['2048 bits', yes({ bits: 2048, prime: 'ff' }), 'safe'],
  ['no group exchange', no, 'safe'],
  ['a server that hung up', unknown('closed'), 'undetermined: closed'],
  ['a server that was silent', unknown('timeout'), 'undetermined: timeout'],
])('a group of %s → %s', (_, groupExchange, outcome) => {
  expect(outcomeOf(groupExchangeSmall, buildSshKeys({ groupExchange }))).toBe(outcome);
});

test.each([
  ['passwords', yes({ methods: ['publickey', 'password'] }), 'low verified'],
  ['a dialog', yes({ methods: ['publickey', 'keyboard-interactive'] }), 'low inferred'],
  ['keys alone', yes({ methods: ['publickey'] }), 'safe'],
  ['Kerberos', yes({ methods: ['gssapi-with-mic', 'publickey'] }), 'safe'],
  ['nothing', yes({ methods: [] }), 'safe'],
  ['no answer', unknown('closed'), 'undetermined: closed'],
  ['no question', unknown('not-attempted'), 'undetermined: not-attempted'],
])('%s → %s', (_, authMethods, outcome) => {
  expect(outcomeOf(passwordAuth, buildSshKeys({ authMethods }))).toBe(outcome);
});

test('the methods are asked for with consent alone', () => {
  expect(passwordAuth.optIn).toBe('ssh-auth-methods');
});
