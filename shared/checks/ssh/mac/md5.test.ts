import { expect, test } from 'vitest';
import { buildSsh, buildSshKexinit } from '../../../evidence/ssh-kexinit/build.fixture.ts';
import { no, unknown, yes } from '../../../model/observed.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { md5 } from './md5.ts';

const banner = yes('SSH-2.0-OpenSSH_9.8');

test.each([
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
  ['version 1 only, so no list', buildSsh(yes('SSH-1.5-x'), no), 'not-applicable'],
  ['nothing that is SSH', buildSsh(no, no), 'not-applicable'],
  ['a list that did not come in time', buildSsh(banner, unknown('timeout')), 'undetermined: timeout'],
  ['a connection reset before the list', buildSsh(banner, unknown('reset')), 'undetermined: reset'],
  ['a list that cannot be read', buildSsh(banner, unknown('garbled')), 'undetermined: garbled'],
])('%s → its verdict', (_, evidence, outcome) => {
  expect(outcomeOf(md5, evidence)).toBe(outcome);
});
