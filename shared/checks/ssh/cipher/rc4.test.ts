import { expect, test } from 'vitest';
import { buildSsh, buildSshKexinit } from '../../../evidence/ssh-kexinit/build.fixture.ts';
import { no, unknown, yes } from '../../../model/observed.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { rc4 } from './rc4.ts';

const banner = yes('SSH-2.0-OpenSSH_9.8');

test.each([
  ['arcfour from the server', buildSshKexinit({ ciphersServerToClient: ['arcfour'] }), 'medium verified'],
  [
    'arcfour128 from the server',
    buildSshKexinit({ ciphersServerToClient: ['arcfour128'] }),
    'medium verified',
  ],
  [
    'arcfour256 from the server',
    buildSshKexinit({ ciphersServerToClient: ['arcfour256'] }),
    'medium verified',
  ],
  [
    'arcfour from the client only',
    buildSshKexinit({ ciphersClientToServer: ['arcfour'] }),
    'medium verified',
  ],
  ['aes128-cbc', buildSshKexinit({ ciphersServerToClient: ['aes128-cbc'] }), 'safe'],
  ['3des-cbc', buildSshKexinit({ ciphersServerToClient: ['3des-cbc'] }), 'safe'],
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
  expect(outcomeOf(rc4, evidence)).toBe(outcome);
});
