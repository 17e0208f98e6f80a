import { expect, test } from 'vitest';
import { buildSshKexinit } from '../../../evidence/ssh-kexinit/build.fixture.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { noListHeard, type SshCase } from '../no-list-heard.fixture.ts';
import { group1 } from './group1.ts';

test.each<SshCase>([
  [
    'diffie-hellman-group1-sha1 from the server',
    buildSshKexinit({ kex: ['diffie-hellman-group1-sha1'] }),
    'high verified',
  ],
  ['diffie-hellman-group14-sha1', buildSshKexinit({ kex: ['diffie-hellman-group14-sha1'] }), 'safe'],
  ['diffie-hellman-group16-sha512', buildSshKexinit({ kex: ['diffie-hellman-group16-sha512'] }), 'safe'],
  ['curve25519-sha256', buildSshKexinit({ kex: ['curve25519-sha256'] }), 'safe'],
  ['a hardened server', buildSshKexinit(), 'safe'],
  ['an empty list', buildSshKexinit({ kex: [] }), 'safe'],
  ...noListHeard,
])('%s → its verdict', (_, evidence, outcome) => {
  expect(outcomeOf(group1, evidence)).toBe(outcome);
});
