import { expect, test } from 'vitest';
import { buildSshKexinit } from '../../../evidence/ssh-kexinit/build.fixture.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { noListHeard, type SshCase } from '../no-list-heard.fixture.ts';
import { sha1Cut } from './sha1-96.ts';

test.each<SshCase>([
  ['hmac-sha1-96 from the server', buildSshKexinit({ macsServerToClient: ['hmac-sha1-96'] }), 'low verified'],
  [
    'hmac-sha1-96-etm@openssh.com from the server',
    buildSshKexinit({ macsServerToClient: ['hmac-sha1-96-etm@openssh.com'] }),
    'low verified',
  ],
  [
    'hmac-sha1-96 from the client only',
    buildSshKexinit({ macsClientToServer: ['hmac-sha1-96'] }),
    'low verified',
  ],
  ['hmac-sha1', buildSshKexinit({ macsServerToClient: ['hmac-sha1'] }), 'safe'],
  ['hmac-sha2-256-96', buildSshKexinit({ macsServerToClient: ['hmac-sha2-256-96'] }), 'safe'],
  ['hmac-md5-96', buildSshKexinit({ macsServerToClient: ['hmac-md5-96'] }), 'safe'],
  ['a hardened server', buildSshKexinit(), 'safe'],
  ['an empty list', buildSshKexinit({ macsServerToClient: [] }), 'safe'],
  ...noListHeard,
])('%s → its verdict', (_, evidence, outcome) => {
  expect(outcomeOf(sha1Cut, evidence)).toBe(outcome);
});
