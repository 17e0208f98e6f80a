import type { Observed } from '../../model/observed.ts';
import { yes } from '../../model/observed.ts';
import { envelope } from '../envelope.fixture.ts';
import type { EvidenceOf } from '../evidence.ts';
import type { EvidenceData } from '../kinds.ts';

type Kexinit = Extract<EvidenceData['ssh-kexinit']['kexinit'], { outcome: 'yes' }>['value'];

/** What OpenSSH 9.x offers when only AEAD ciphers and current key exchanges are left on. */
const hardened: Kexinit = {
  kex: ['sntrup761x25519-sha512@openssh.com', 'curve25519-sha256', 'kex-strict-s-v00@openssh.com'],
  hostKeys: ['ssh-ed25519', 'rsa-sha2-512', 'rsa-sha2-256'],
  ciphersClientToServer: ['aes256-gcm@openssh.com', 'aes256-ctr'],
  ciphersServerToClient: ['aes256-gcm@openssh.com', 'aes256-ctr'],
  macsClientToServer: ['hmac-sha2-512-etm@openssh.com', 'hmac-sha2-256'],
  macsServerToClient: ['hmac-sha2-512-etm@openssh.com', 'hmac-sha2-256'],
  compressionServerToClient: ['none'],
  raw: '14',
};

/** A hardened OpenSSH on port 22; change what differs. */
export function buildSshKexinit(
  kexinit: Partial<Kexinit> = {},
  banner: Observed<string> = yes('SSH-2.0-OpenSSH_9.8'),
): EvidenceOf<'ssh-kexinit'> {
  return buildSsh(banner, yes({ ...hardened, ...kexinit }));
}

/** The same server where one of the two steps had another outcome. */
export function buildSsh(banner: Observed<string>, kexinit: Observed<Kexinit>): EvidenceOf<'ssh-kexinit'> {
  return envelope('ssh-kexinit', { port: 22 }, { banner, kexinit });
}
