import { expect, test } from 'vitest';
import { buildSsh, buildSshKexinit } from '../../../evidence/ssh-kexinit/build.fixture.ts';
import { no, unknown, yes } from '../../../model/observed.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { umac64 } from './umac64.ts';

const banner = yes('SSH-2.0-OpenSSH_9.8');

test.each([
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
  ['version 1 only, so no list', buildSsh(yes('SSH-1.5-x'), no), 'not-applicable'],
  ['nothing that is SSH', buildSsh(no, no), 'not-applicable'],
  ['a list that did not come in time', buildSsh(banner, unknown('timeout')), 'undetermined: timeout'],
  ['a connection reset before the list', buildSsh(banner, unknown('reset')), 'undetermined: reset'],
  ['a list that cannot be read', buildSsh(banner, unknown('garbled')), 'undetermined: garbled'],
])('%s → its verdict', (_, evidence, outcome) => {
  expect(outcomeOf(umac64, evidence)).toBe(outcome);
});
