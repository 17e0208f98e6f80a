import { expect, test } from 'vitest';
import { buildSsh, buildSshKexinit } from '../../../evidence/ssh-kexinit/build.fixture.ts';
import { no, unknown, yes } from '../../../model/observed.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { noCipher } from './none.ts';

const banner = yes('SSH-2.0-OpenSSH_9.8');

test.each([
  ['none from the server', buildSshKexinit({ ciphersServerToClient: ['none'] }), 'high verified'],
  ['none from the client only', buildSshKexinit({ ciphersClientToServer: ['none'] }), 'high verified'],
  ['aes128-ctr', buildSshKexinit({ ciphersServerToClient: ['aes128-ctr'] }), 'safe'],
  ['aes128-cbc', buildSshKexinit({ ciphersServerToClient: ['aes128-cbc'] }), 'safe'],
  ['none@example.com', buildSshKexinit({ ciphersServerToClient: ['none@example.com'] }), 'safe'],
  ['a hardened server', buildSshKexinit(), 'safe'],
  ['an empty list', buildSshKexinit({ ciphersServerToClient: [] }), 'safe'],
  ['version 1 only, so no list', buildSsh(yes('SSH-1.5-x'), no), 'not-applicable'],
  ['nothing that is SSH', buildSsh(no, no), 'not-applicable'],
  ['a list that did not come in time', buildSsh(banner, unknown('timeout')), 'undetermined: timeout'],
  ['a connection reset before the list', buildSsh(banner, unknown('reset')), 'undetermined: reset'],
  ['a list that cannot be read', buildSsh(banner, unknown('garbled')), 'undetermined: garbled'],
])('%s → its verdict', (_, evidence, outcome) => {
  expect(outcomeOf(noCipher, evidence)).toBe(outcome);
});
