import { expect, test } from 'vitest';
import { buildSsh, buildSshKexinit } from '../../../evidence/ssh-kexinit/build.fixture.ts';
import { no, unknown, yes } from '../../../model/observed.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { blowfish } from './blowfish.ts';

const banner = yes('SSH-2.0-OpenSSH_9.8');

test.each([
  [
    'blowfish-cbc from the server',
    buildSshKexinit({ ciphersServerToClient: ['blowfish-cbc'] }),
    'low verified',
  ],
  [
    'cast128-cbc from the server',
    buildSshKexinit({ ciphersServerToClient: ['cast128-cbc'] }),
    'low verified',
  ],
  ['des-cbc from the server', buildSshKexinit({ ciphersServerToClient: ['des-cbc'] }), 'low verified'],
  [
    'blowfish-cbc from the client only',
    buildSshKexinit({ ciphersClientToServer: ['blowfish-cbc'] }),
    'low verified',
  ],
  ['aes128-cbc', buildSshKexinit({ ciphersServerToClient: ['aes128-cbc'] }), 'safe'],
  ['3des-cbc', buildSshKexinit({ ciphersServerToClient: ['3des-cbc'] }), 'safe'],
  ['aes256-ctr', buildSshKexinit({ ciphersServerToClient: ['aes256-ctr'] }), 'safe'],
  ['a hardened server', buildSshKexinit(), 'safe'],
  ['an empty list', buildSshKexinit({ ciphersServerToClient: [] }), 'safe'],
  ['version 1 only, so no list', buildSsh(yes('SSH-1.5-x'), no), 'not-applicable'],
  ['nothing that is SSH', buildSsh(no, no), 'not-applicable'],
  ['a list that did not come in time', buildSsh(banner, unknown('timeout')), 'undetermined: timeout'],
  ['a connection reset before the list', buildSsh(banner, unknown('reset')), 'undetermined: reset'],
  ['a list that cannot be read', buildSsh(banner, unknown('garbled')), 'undetermined: garbled'],
])('%s → its verdict', (_, evidence, outcome) => {
  expect(outcomeOf(blowfish, evidence)).toBe(outcome);
});
