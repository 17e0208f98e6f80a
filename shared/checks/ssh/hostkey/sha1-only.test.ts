import { expect, test } from 'vitest';
import { buildSsh, buildSshKexinit } from '../../../evidence/ssh-kexinit/build.fixture.ts';
import { no, unknown, yes } from '../../../model/observed.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { sha1Only } from './sha1-only.ts';

const banner = yes('SSH-2.0-OpenSSH_9.8');

test.each([
  ['ssh-rsa from the server', buildSshKexinit({ hostKeys: ['ssh-rsa'] }), 'low verified'],
  ['ssh-dss from the server', buildSshKexinit({ hostKeys: ['ssh-dss'] }), 'low verified'],
  ['rsa-sha2-256', buildSshKexinit({ hostKeys: ['rsa-sha2-256'] }), 'safe'],
  ['ssh-ed25519', buildSshKexinit({ hostKeys: ['ssh-ed25519'] }), 'safe'],
  ['ecdsa-sha2-nistp256', buildSshKexinit({ hostKeys: ['ecdsa-sha2-nistp256'] }), 'safe'],
  ['sk-ssh-ed25519@openssh.com', buildSshKexinit({ hostKeys: ['sk-ssh-ed25519@openssh.com'] }), 'safe'],
  ['a hardened server', buildSshKexinit(), 'safe'],
  ['an empty list', buildSshKexinit({ hostKeys: [] }), 'safe'],
  ['version 1 only, so no list', buildSsh(yes('SSH-1.5-x'), no), 'not-applicable'],
  ['nothing that is SSH', buildSsh(no, no), 'not-applicable'],
  ['a list that did not come in time', buildSsh(banner, unknown('timeout')), 'undetermined: timeout'],
  ['a connection reset before the list', buildSsh(banner, unknown('reset')), 'undetermined: reset'],
  ['a list that cannot be read', buildSsh(banner, unknown('garbled')), 'undetermined: garbled'],
])('%s → its verdict', (_, evidence, outcome) => {
  expect(outcomeOf(sha1Only, evidence)).toBe(outcome);
});
