import { Cursor, MalformedError } from '../wire/tls/bytes.ts';

export interface DhParameters {
  readonly prime: Buffer;
  /** Of the number itself: leading zero bytes and bits do not count. */
  readonly primeBits: number;
  readonly generator: Buffer;
  readonly publicValue: Buffer;
}

const maxPrimeBytes = 8192;

/** Body of a ServerKeyExchange for DHE (RFC 5246 §7.4.3): prime, generator, public value. @throws MalformedError */
export function parseDhParameters(body: Buffer): DhParameters {
  const cursor = new Cursor(body);
  const prime = cursor.vector(2);
  const generator = cursor.vector(2);
  const publicValue = cursor.vector(2);
  const start = prime.findIndex((byte) => byte !== 0);
  if (start < 0 || prime.length > maxPrimeBytes) throw new MalformedError('a prime of no or too many bytes');
  const significant = prime.subarray(start);
  const primeBits = (significant.length - 1) * 8 + (32 - Math.clz32(significant[0] ?? 0));
  return { prime: significant, primeBits, generator, publicValue };
}
