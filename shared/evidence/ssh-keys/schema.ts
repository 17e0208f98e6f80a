import { z } from 'zod';
import { hex, line, observed } from '../limits.ts';

const publicKey = z.strictObject({
  /** What the key says of itself: `ssh-rsa`, `ssh-ed25519`. */
  type: line,
  /** Of the modulus, the prime or the curve. */
  bits: z.int().min(0).max(65_536),
  /** Of the whole key, as `ssh-keygen -l` shows it, in hex. */
  sha256: hex,
  blob: hex,
});

/** RFC 4253 §8, RFC 4419 and RFC 4252 §5.2: what an SSH server shows during a key exchange that nobody uses. */
export const sshKeysSchema = z.strictObject({
  /** One entry a kind of host key that is on offer. */
  hostKeys: z.array(z.strictObject({ algorithm: line, key: observed(publicKey) })).max(8),
  /** The group that the server chose when 1024 bits were asked for; `no`: it exchanges no groups. */
  groupExchange: observed(z.strictObject({ bits: z.int().min(0).max(65_536), prime: hex })),
  /** With consent only. */
  authMethods: observed(z.strictObject({ methods: z.array(line).max(32) })),
});
