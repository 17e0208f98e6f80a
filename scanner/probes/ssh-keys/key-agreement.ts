import {
  createDiffieHellman,
  createDiffieHellmanGroup,
  createECDH,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
} from 'node:crypto';

/** Our half of a key exchange, and the secret that comes of it. */
export interface KeyAgreement {
  readonly hash: 'sha1' | 'sha256' | 'sha384' | 'sha512';
  /** As it goes into the message: a number for Diffie–Hellman, a string for curves. */
  readonly kind: 'mpint' | 'string';
  readonly ours: Buffer;
  /** @throws where the peer's half is no point or number of the group */
  secret(theirs: Buffer): Buffer;
}

const groups: Readonly<Record<string, readonly [group: string, hash: KeyAgreement['hash']]>> = {
  'diffie-hellman-group14-sha256': ['modp14', 'sha256'],
  'diffie-hellman-group16-sha512': ['modp16', 'sha512'],
  'diffie-hellman-group14-sha1': ['modp14', 'sha1'],
  'diffie-hellman-group1-sha1': ['modp2', 'sha1'],
};
const curves: Readonly<Record<string, readonly [curve: string, hash: KeyAgreement['hash']]>> = {
  'ecdh-sha2-nistp256': ['prime256v1', 'sha256'],
  'ecdh-sha2-nistp384': ['secp384r1', 'sha384'],
  'ecdh-sha2-nistp521': ['secp521r1', 'sha512'],
};

/** Cheapest first, for both sides. */
export const agreements: readonly string[] = [
  ...['curve25519-sha256', 'curve25519-sha256@libssh.org'],
  ...Object.keys(curves),
  ...Object.keys(groups),
];

/** RFC 8731, RFC 5656 and RFC 4253 §8. */
export function agreementFor(name: string): KeyAgreement | undefined {
  if (name.startsWith('curve25519-sha256')) return x25519();
  const curve = curves[name];
  if (curve !== undefined) {
    const half = createECDH(curve[0]);
    const ours = half.generateKeys();
    return { hash: curve[1], kind: 'string', ours, secret: (theirs) => half.computeSecret(theirs) };
  }
  const group = groups[name];
  if (group === undefined) return undefined;
  const half = createDiffieHellmanGroup(group[0]);
  return {
    hash: group[1],
    kind: 'mpint',
    ours: half.generateKeys(),
    secret: (theirs) => half.computeSecret(theirs),
  };
}

/** A group of the server's own choice (RFC 4419). */
export function agreementIn(prime: Buffer, generator: Buffer, hash: KeyAgreement['hash']): KeyAgreement {
  const half = createDiffieHellman(prime, generator);
  return { hash, kind: 'mpint', ours: half.generateKeys(), secret: (theirs) => half.computeSecret(theirs) };
}

/** SubjectPublicKeyInfo of X25519 (RFC 8410 §4), before the 32 bytes of the key. */
const prefix = Buffer.from('302a300506032b656e032100', 'hex');

function x25519(): KeyAgreement {
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
