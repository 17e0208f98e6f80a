import { createPublicKey, diffieHellman, generateKeyPairSync } from 'node:crypto';
import type { KeyAgreement } from './key-agreement.ts';

/** SubjectPublicKeyInfo of X25519 (RFC 8410 §4), before the 32 bytes of the key. */
const prefix = Buffer.from('302a300506032b656e032100', 'hex');

export function x25519(): KeyAgreement {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  const ours = publicKey.export({ type: 'spki', format: 'der' }).subarray(prefix.length);
  return {
    hash: 'sha256',
    kind: 'string',
    ours,
    secret: (theirs) =>
      diffieHellman({
        privateKey,
        publicKey: createPublicKey({ key: Buffer.concat([prefix, theirs]), type: 'spki', format: 'der' }),
      }),
  };
}
