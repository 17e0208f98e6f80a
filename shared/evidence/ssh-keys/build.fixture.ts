import { no, unknown, yes } from '../../model/observed.ts';
import { envelope } from '../envelope.fixture.ts';
import type { EvidenceOf } from '../evidence.ts';
import type { EvidenceData } from '../kinds.ts';

type SshKeys = EvidenceData['ssh-keys'];

export function hostKey(type: string, bits: number): SshKeys['hostKeys'][number] {
  return { algorithm: type, key: yes({ type, bits, sha256: '5e', blob: '00' }) };
}

/** A server with an Ed25519 key alone; change what differs. */
export function buildSshKeys(overrides: Partial<SshKeys> = {}): EvidenceOf<'ssh-keys'> {
  return envelope(
    'ssh-keys',
    { port: 22 },
    {
      hostKeys: [hostKey('ssh-ed25519', 256)],
      groupExchange: no,
      authMethods: unknown('not-attempted'),
      ...overrides,
    },
  );
}
