import { expect, test } from 'vitest';
import { buildSshKexinit } from '../../../evidence/ssh-kexinit/build.fixture.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { noListHeard, type SshCase } from '../no-list-heard.fixture.ts';
import { tripleDes } from './3des.ts';

test.each<SshCase>([
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
  ...noListHeard,
])('%s → its verdict', (_, evidence, outcome) => {
  expect(outcomeOf(tripleDes, evidence)).toBe(outcome);
});
