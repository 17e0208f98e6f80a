import { expect, test } from 'vitest';
import { buildSshKexinit } from '../../../evidence/ssh-kexinit/build.fixture.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { noListHeard, type SshCase } from '../no-list-heard.fixture.ts';
import { rc4 } from './rc4.ts';

test.each<SshCase>([
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
  ...noListHeard,
])('%s → its verdict', (_, evidence, outcome) => {
  expect(outcomeOf(rc4, evidence)).toBe(outcome);
});
