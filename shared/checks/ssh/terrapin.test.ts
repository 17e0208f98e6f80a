import { expect, test } from 'vitest';
import { buildSsh, buildSshKexinit } from '../../evidence/ssh-kexinit/build.fixture.ts';
import { no, unknown, yes } from '../../model/observed.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { terrapin } from './terrapin.ts';

const kex = ['curve25519-sha256'];
const strict = [...kex, 'kex-strict-s-v00@openssh.com'];
const etm = ['hmac-sha2-256-etm@openssh.com'];
const noEtm = ['hmac-sha2-256'];
const banner = yes('SSH-2.0-OpenSSH_9.5');
const none = { ciphersServerToClient: ['aes256-ctr'], ciphersClientToServer: ['aes256-ctr'] };

test.each([
  [
    'ChaCha20 without strict kex',
    { kex, ciphersServerToClient: ['chacha20-poly1305@openssh.com'] },
    'medium verified',
  ],
  [
    'ChaCha20 from the client only',
    { kex, ciphersClientToServer: ['chacha20-poly1305@openssh.com'] },
    'medium verified',
  ],
  [
    'CBC with ETM',
    { kex, ciphersServerToClient: ['aes128-cbc'], macsServerToClient: etm },
    'medium verified',
  ],
  [
    'ChaCha20 with strict kex',
    { kex: strict, ciphersServerToClient: ['chacha20-poly1305@openssh.com'] },
    'safe',
  ],
  [
    'CBC with ETM and strict kex',
    { kex: strict, ciphersServerToClient: ['aes128-cbc'], macsServerToClient: etm },
    'safe',
  ],
  [
    'CBC without ETM',
    { ...none, kex, ciphersServerToClient: ['aes128-cbc'], macsServerToClient: noEtm },
    'safe',
  ],
  [
    'CBC one way, ETM the other',
    {
      ...none,
      kex,
      ciphersServerToClient: ['aes128-cbc'],
      macsServerToClient: noEtm,
      macsClientToServer: etm,
    },
    'safe',
  ],
  ['CTR with ETM', { ...none, kex, macsServerToClient: etm }, 'safe'],
  ['GCM only', { kex, ciphersServerToClient: ['aes256-gcm@openssh.com'] }, 'safe'],
])('%s → %s', (_, kexinit, outcome) => {
  expect(outcomeOf(terrapin, buildSshKexinit(kexinit))).toBe(outcome);
});

test.each([
  ['version 1 only', buildSsh(yes('SSH-1.5-x'), no), 'not-applicable'],
  ['no list in time', buildSsh(banner, unknown('timeout')), 'undetermined: timeout'],
  ['reset', buildSsh(unknown('reset'), unknown('reset')), 'undetermined: reset'],
])('%s → its verdict', (_, evidence, outcome) => {
  expect(outcomeOf(terrapin, evidence)).toBe(outcome);
});
