import { expect, test } from 'vitest';
import { buildSshKexinit } from '../../../evidence/ssh-kexinit/build.fixture.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { noListHeard, type SshCase } from '../no-list-heard.fixture.ts';
import { cbc } from './cbc.ts';

test.each<SshCase>([
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
  ...noListHeard,
])('%s → its verdict', (_, evidence, outcome) => {
  expect(outcomeOf(cbc, evidence)).toBe(outcome);
});
