import { expect, test } from 'vitest';
import { buildSsh, buildSshKexinit } from '../../../evidence/ssh-kexinit/build.fixture.ts';
import { no, unknown, yes } from '../../../model/observed.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { tripleDes } from './3des.ts';

const banner = yes('SSH-2.0-OpenSSH_9.8');

test.each([
  ['3des-cbc from the server', buildSshKexinit({ ciphersServerToClient: ['3des-cbc'] }), 'medium verified'],
  ['3des-ctr from the server', buildSshKexinit({ ciphersServerToClient: ['3des-ctr'] }), 'medium verified'],
  [
    '3des-cbc from the client only',
    buildSshKexinit({ ciphersClientToServer: ['3des-cbc'] }),
    'medium verified',
  ],
  ['aes128-cbc', buildSshKexinit({ ciphersServerToClient: ['aes128-cbc'] }), 'safe'],
  ['aes256-ctr', buildSshKexinit({ ciphersServerToClient: ['aes256-ctr'] }), 'safe'],
  ['des-cbc', buildSshKexinit({ ciphersServerToClient: ['des-cbc'] }), 'safe'],
  ['a hardened server', buildSshKexinit(), 'safe'],
  ['an empty list', buildSshKexinit({ ciphersServerToClient: [] }), 'safe'],
  ['version 1 only, so no list', buildSsh(yes('SSH-1.5-x'), no), 'not-applicable'],
  ['nothing that is SSH', buildSsh(no, no), 'not-applicable'],
  ['a list that did not come in time', buildSsh(banner, unknown('timeout')), 'undetermined: timeout'],
  ['a connection reset before the list', buildSsh(banner, unknown('reset')), 'undetermined: reset'],
  ['a list that cannot be read', buildSsh(banner, unknown('garbled')), 'undetermined: garbled'],
])('%s → its verdict', (_, evidence, outcome) => {
  expect(outcomeOf(tripleDes, evidence)).toBe(outcome);
});
