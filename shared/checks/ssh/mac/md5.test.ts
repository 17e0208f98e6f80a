import { expect, test } from 'vitest';
import { buildSshKexinit } from '../../../evidence/ssh-kexinit/build.fixture.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { noListHeard, type SshCase } from '../no-list-heard.fixture.ts';
import { md5 } from './md5.ts';

test.each<SshCase>([
  ['hmac-md5 from the server', buildSshKexinit({ macsServerToClient: ['hmac-md5'] }), 'low verified'],
  ['hmac-md5-96 from the server', buildSshKexinit({ macsServerToClient: ['hmac-md5-96'] }), 'low verified'],
  [
    'hmac-md5-etm@openssh.com from the server',
    buildSshKexinit({ macsServerToClient: ['hmac-md5-etm@openssh.com'] }),
    'low verified',
  ],
  ['hmac-md5 from the client only', buildSshKexinit({ macsClientToServer: ['hmac-md5'] }), 'low verified'],
  ['hmac-sha1', buildSshKexinit({ macsServerToClient: ['hmac-sha1'] }), 'safe'],
  ['hmac-sha2-256', buildSshKexinit({ macsServerToClient: ['hmac-sha2-256'] }), 'safe'],
  ['umac-128@openssh.com', buildSshKexinit({ macsServerToClient: ['umac-128@openssh.com'] }), 'safe'],
  ['a hardened server', buildSshKexinit(), 'safe'],
  ['an empty list', buildSshKexinit({ macsServerToClient: [] }), 'safe'],
  ...noListHeard,
])('%s → its verdict', (_, evidence, outcome) => {
  expect(outcomeOf(md5, evidence)).toBe(outcome);
});
