import { expect, test } from 'vitest';
import { buildSshKexinit } from '../../../evidence/ssh-kexinit/build.fixture.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { noListHeard, type SshCase } from '../no-list-heard.fixture.ts';
import { umac64 } from './umac64.ts';

test.each<SshCase>([
  [
    'umac-64@openssh.com from the server',
    buildSshKexinit({ macsServerToClient: ['umac-64@openssh.com'] }),
    'low verified',
  ],
  [
    'umac-64-etm@openssh.com from the server',
    buildSshKexinit({ macsServerToClient: ['umac-64-etm@openssh.com'] }),
    'low verified',
  ],
  [
    'umac-64@openssh.com from the client only',
    buildSshKexinit({ macsClientToServer: ['umac-64@openssh.com'] }),
    'low verified',
  ],
  ['umac-128@openssh.com', buildSshKexinit({ macsServerToClient: ['umac-128@openssh.com'] }), 'safe'],
  ['umac-128-etm@openssh.com', buildSshKexinit({ macsServerToClient: ['umac-128-etm@openssh.com'] }), 'safe'],
  ['hmac-sha2-256', buildSshKexinit({ macsServerToClient: ['hmac-sha2-256'] }), 'safe'],
  ['a hardened server', buildSshKexinit(), 'safe'],
  ['an empty list', buildSshKexinit({ macsServerToClient: [] }), 'safe'],
  ...noListHeard,
])('%s → its verdict', (_, evidence, outcome) => {
  expect(outcomeOf(umac64, evidence)).toBe(outcome);
});
