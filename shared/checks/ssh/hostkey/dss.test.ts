import { expect, test } from 'vitest';
import { buildSsh, buildSshKexinit } from '../../../evidence/ssh-kexinit/build.fixture.ts';
import { no, unknown, yes } from '../../../model/observed.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { dss } from './dss.ts';

const banner = yes('SSH-2.0-OpenSSH_9.8');

test.each([
  ['ssh-dss from the server', buildSshKexinit({ hostKeys: ['ssh-dss'] }), 'medium verified'],
  [
    'ssh-dss-cert-v01@openssh.com from the server',
    buildSshKexinit({ hostKeys: ['ssh-dss-cert-v01@openssh.com'] }),
    'medium verified',
  ],
  ['ssh-rsa', buildSshKexinit({ hostKeys: ['ssh-rsa'] }), 'safe'],
  ['rsa-sha2-512', buildSshKexinit({ hostKeys: ['rsa-sha2-512'] }), 'safe'],
  ['ssh-ed25519', buildSshKexinit({ hostKeys: ['ssh-ed25519'] }), 'safe'],
  ['a hardened server', buildSshKexinit(), 'safe'],
  ['an empty list', buildSshKexinit({ hostKeys: [] }), 'safe'],
  ['version 1 only, so no list', buildSsh(yes('SSH-1.5-x'), no), 'not-applicable'],
  ['nothing that is SSH', buildSsh(no, no), 'not-applicable'],
  ['a list that did not come in time', buildSsh(banner, unknown('timeout')), 'undetermined: timeout'],
  ['a connection reset before the list', buildSsh(banner, unknown('reset')), 'undetermined: reset'],
  ['a list that cannot be read', buildSsh(banner, unknown('garbled')), 'undetermined: garbled'],
])('%s → its verdict', (_, evidence, outcome) => {
  expect(outcomeOf(dss, evidence)).toBe(outcome);
});
