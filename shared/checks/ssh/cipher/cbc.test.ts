import { expect, test } from 'vitest';
import { buildSsh, buildSshKexinit } from '../../../evidence/ssh-kexinit/build.fixture.ts';
import { no, unknown, yes } from '../../../model/observed.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { cbc } from './cbc.ts';

const banner = yes('SSH-2.0-OpenSSH_9.8');

test.each([
  ['aes256-cbc from the server', buildSshKexinit({ ciphersServerToClient: ['aes256-cbc'] }), 'low verified'],
  ['3des-cbc from the server', buildSshKexinit({ ciphersServerToClient: ['3des-cbc'] }), 'low verified'],
  [
    'rijndael-cbc@lysator.liu.se from the server',
    buildSshKexinit({ ciphersServerToClient: ['rijndael-cbc@lysator.liu.se'] }),
    'low verified',
  ],
  [
    'aes256-cbc from the client only',
    buildSshKexinit({ ciphersClientToServer: ['aes256-cbc'] }),
    'low verified',
  ],
  ['aes256-ctr', buildSshKexinit({ ciphersServerToClient: ['aes256-ctr'] }), 'safe'],
  ['aes256-gcm@openssh.com', buildSshKexinit({ ciphersServerToClient: ['aes256-gcm@openssh.com'] }), 'safe'],
  [
    'chacha20-poly1305@openssh.com',
    buildSshKexinit({ ciphersServerToClient: ['chacha20-poly1305@openssh.com'] }),
    'safe',
  ],
  ['a hardened server', buildSshKexinit(), 'safe'],
  ['an empty list', buildSshKexinit({ ciphersServerToClient: [] }), 'safe'],
  ['version 1 only, so no list', buildSsh(yes('SSH-1.5-x'), no), 'not-applicable'],
  ['nothing that is SSH', buildSsh(no, no), 'not-applicable'],
  ['a list that did not come in time', buildSsh(banner, unknown('timeout')), 'undetermined: timeout'],
  ['a connection reset before the list', buildSsh(banner, unknown('reset')), 'undetermined: reset'],
  ['a list that cannot be read', buildSsh(banner, unknown('garbled')), 'undetermined: garbled'],
])('%s → its verdict', (_, evidence, outcome) => {
  expect(outcomeOf(cbc, evidence)).toBe(outcome);
});
