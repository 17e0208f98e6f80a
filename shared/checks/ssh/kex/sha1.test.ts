import { expect, test } from 'vitest';
import { buildSsh, buildSshKexinit } from '../../../evidence/ssh-kexinit/build.fixture.ts';
import { no, unknown, yes } from '../../../model/observed.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { sha1Kex } from './sha1.ts';

const banner = yes('SSH-2.0-OpenSSH_9.8');

test.each([
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
  ['version 1 only, so no list', buildSsh(yes('SSH-1.5-x'), no), 'not-applicable'],
  ['nothing that is SSH', buildSsh(no, no), 'not-applicable'],
  ['a list that did not come in time', buildSsh(banner, unknown('timeout')), 'undetermined: timeout'],
  ['a connection reset before the list', buildSsh(banner, unknown('reset')), 'undetermined: reset'],
  ['a list that cannot be read', buildSsh(banner, unknown('garbled')), 'undetermined: garbled'],
])('%s → its verdict', (_, evidence, outcome) => {
  expect(outcomeOf(sha1Kex, evidence)).toBe(outcome);
});
