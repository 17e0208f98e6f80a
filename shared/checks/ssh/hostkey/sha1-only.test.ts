import { expect, test } from 'vitest';
import { buildSshKexinit } from '../../../evidence/ssh-kexinit/build.fixture.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { noListHeard, type SshCase } from '../no-list-heard.fixture.ts';
import { sha1Only } from './sha1-only.ts';

test.each<SshCase>([
  ['ssh-rsa from the server', buildSshKexinit({ hostKeys: ['ssh-rsa'] }), 'low verified'],
  ['ssh-dss from the server', buildSshKexinit({ hostKeys: ['ssh-dss'] }), 'low verified'],
  ['rsa-sha2-256', buildSshKexinit({ hostKeys: ['rsa-sha2-256'] }), 'safe'],
  ['ssh-ed25519', buildSshKexinit({ hostKeys: ['ssh-ed25519'] }), 'safe'],
  ['ecdsa-sha2-nistp256', buildSshKexinit({ hostKeys: ['ecdsa-sha2-nistp256'] }), 'safe'],
  ['sk-ssh-ed25519@openssh.com', buildSshKexinit({ hostKeys: ['sk-ssh-ed25519@openssh.com'] }), 'safe'],
  ['a hardened server', buildSshKexinit(), 'safe'],
  ['an empty list', buildSshKexinit({ hostKeys: [] }), 'safe'],
  ...noListHeard,
])('%s → its verdict', (_, evidence, outcome) => {
  expect(outcomeOf(sha1Only, evidence)).toBe(outcome);
});
