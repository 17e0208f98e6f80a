import { expect, test } from 'vitest';
import { buildSshKexinit } from '../../../evidence/ssh-kexinit/build.fixture.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { noListHeard, type SshCase } from '../no-list-heard.fixture.ts';
import { noMac } from './none.ts';

test.each<SshCase>([
  ['none from the server', buildSshKexinit({ macsServerToClient: ['none'] }), 'high verified'],
  ['none from the client only', buildSshKexinit({ macsClientToServer: ['none'] }), 'high verified'],
  ['hmac-sha1', buildSshKexinit({ macsServerToClient: ['hmac-sha1'] }), 'safe'],
  ['hmac-sha2-256', buildSshKexinit({ macsServerToClient: ['hmac-sha2-256'] }), 'safe'],
  ['umac-64@openssh.com', buildSshKexinit({ macsServerToClient: ['umac-64@openssh.com'] }), 'safe'],
  ['a hardened server', buildSshKexinit(), 'safe'],
  ['an empty list', buildSshKexinit({ macsServerToClient: [] }), 'safe'],
  ...noListHeard,
])('%s → its verdict', (_, evidence, outcome) => {
  expect(outcomeOf(noMac, evidence)).toBe(outcome);
});
