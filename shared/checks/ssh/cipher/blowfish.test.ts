import { expect, test } from 'vitest';
import { buildSshKexinit } from '../../../evidence/ssh-kexinit/build.fixture.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { noListHeard, type SshCase } from '../no-list-heard.fixture.ts';
import { blowfish } from './blowfish.ts';

test.each<SshCase>([
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
  ...noListHeard,
])('%s → its verdict', (_, evidence, outcome) => {
  expect(outcomeOf(blowfish, evidence)).toBe(outcome);
});
