import { expect, test } from 'vitest';
import { buildSshKexinit } from '../../../evidence/ssh-kexinit/build.fixture.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { noListHeard, type SshCase } from '../no-list-heard.fixture.ts';
import { dss } from './dss.ts';

test.each<SshCase>([
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
  ...noListHeard,
])('%s → its verdict', (_, evidence, outcome) => {
  expect(outcomeOf(dss, evidence)).toBe(outcome);
});
