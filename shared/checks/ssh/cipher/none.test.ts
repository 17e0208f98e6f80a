import { expect, test } from 'vitest';
import { buildSshKexinit } from '../../../evidence/ssh-kexinit/build.fixture.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { noListHeard, type SshCase } from '../no-list-heard.fixture.ts';
import { noCipher } from './none.ts';

test.each<SshCase>([
  ['none from the server', buildSshKexinit({ ciphersServerToClient: ['none'] }), 'high verified'],
  ['none from the client only', buildSshKexinit({ ciphersClientToServer: ['none'] }), 'high verified'],
  ['aes128-ctr', buildSshKexinit({ ciphersServerToClient: ['aes128-ctr'] }), 'safe'],
  ['aes128-cbc', buildSshKexinit({ ciphersServerToClient: ['aes128-cbc'] }), 'safe'],
  ['none@example.com', buildSshKexinit({ ciphersServerToClient: ['none@example.com'] }), 'safe'],
  ['a hardened server', buildSshKexinit(), 'safe'],
  ['an empty list', buildSshKexinit({ ciphersServerToClient: [] }), 'safe'],
  ...noListHeard,
])('%s → its verdict', (_, evidence, outcome) => {
  expect(outcomeOf(noCipher, evidence)).toBe(outcome);
});
