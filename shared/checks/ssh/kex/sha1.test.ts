import { expect, test } from 'vitest';
import { buildSshKexinit } from '../../../evidence/ssh-kexinit/build.fixture.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { noListHeard, type SshCase } from '../no-list-heard.fixture.ts';
import { sha1Kex } from './sha1.ts';

test.each<SshCase>([
  [
    'diffie-hellman-group14-sha1 from the server',
    buildSshKexinit({ kex: ['diffie-hellman-group14-sha1'] }),
    'medium verified',
  ],
  [
    'diffie-hellman-group-exchange-sha1 from the server',
    buildSshKexinit({ kex: ['diffie-hellman-group-exchange-sha1'] }),
    'medium verified',
  ],
  [
    'diffie-hellman-group1-sha1 from the server',
    buildSshKexinit({ kex: ['diffie-hellman-group1-sha1'] }),
    'medium verified',
  ],
  [
    'diffie-hellman-group-exchange-sha256',
    buildSshKexinit({ kex: ['diffie-hellman-group-exchange-sha256'] }),
    'safe',
  ],
  ['diffie-hellman-group16-sha512', buildSshKexinit({ kex: ['diffie-hellman-group16-sha512'] }), 'safe'],
  ['ecdh-sha2-nistp256', buildSshKexinit({ kex: ['ecdh-sha2-nistp256'] }), 'safe'],
  ['a hardened server', buildSshKexinit(), 'safe'],
  ['an empty list', buildSshKexinit({ kex: [] }), 'safe'],
  ...noListHeard,
])('%s → its verdict', (_, evidence, outcome) => {
  expect(outcomeOf(sha1Kex, evidence)).toBe(outcome);
});
