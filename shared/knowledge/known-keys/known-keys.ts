import { sha1Hex } from './sha1.ts';

/** `debian`: one of the few that Debian's OpenSSL could make from 2006 to 2008. `published`: lies open in software or documents. */
export type KeyOrigin = 'debian' | 'published';

/** RSA keys whose private half anybody can have, by openssl-vulnkey's checksum; null for a list that was not imported. */
export type KnownKeys = Readonly<Record<KeyOrigin, ReadonlySet<string> | null>>;

/** The lower 80 bits of SHA-1 over what `openssl rsa -noout -modulus` prints. */
export function vulnkeyChecksum(modulus: bigint): string {
  return sha1Hex(`Modulus=${modulus.toString(16).toUpperCase()}\n`).slice(20);
}
