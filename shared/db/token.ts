import { createHash, randomBytes } from 'node:crypto';

/** A one-time secret of 256 bits for a link or a node, URL-safe (43 characters). */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token: SHA-256, hex. The token itself has too much randomness to be guessed from it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
