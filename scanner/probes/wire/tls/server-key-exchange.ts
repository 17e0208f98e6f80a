import { Cursor, MalformedError } from './bytes.ts';

export interface DhParameters {
  readonly kind: 'dh';
  readonly prime: Buffer;
  /** Of the number itself: leading zero bytes and bits do not count. */
  readonly primeBits: number;
  readonly generator: Buffer;
  readonly publicValue: Buffer;
}
export interface EcdhParameters {
  readonly kind: 'ecdh';
  /** The named curve, four hex digits. */
  readonly group: string;
  readonly publicValue: Buffer;
}

const maxPrimeBytes = 8192;
const namedCurve = 3;

/** The parameters of an ephemeral key exchange; undefined for a suite that has none. @throws MalformedError */
export function parseKeyExchange(
  body: Buffer,
  cipherName: string,
): DhParameters | EcdhParameters | undefined {
  if (/^TLS_ECDHE?_(RSA|ECDSA|anon)/.test(cipherName)) return parseEcdhParameters(body);
  return /^TLS_DHE?_(RSA|DSS|anon)/.test(cipherName) ? parseDhParameters(body) : undefined;
}

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
  return { kind: 'dh', prime: significant, primeBits, generator, publicValue };
}

/** Body of a ServerKeyExchange for ECDHE (RFC 8422 §5.4). @throws MalformedError */
function parseEcdhParameters(body: Buffer): EcdhParameters {
  const cursor = new Cursor(body);
  if (cursor.uint(1) !== namedCurve) throw new MalformedError('a curve without a name');
  const group = cursor.take(2).toString('hex');
  return { kind: 'ecdh', group, publicValue: cursor.vector(1) };
}

/** The signature scheme of a TLS 1.2 ServerKeyExchange, four hex digits. @throws MalformedError */
export function signatureSchemeOf(body: Buffer, { kind }: DhParameters | EcdhParameters): string {
  const cursor = new Cursor(body);
  if (kind === 'ecdh') {
    cursor.take(3);
    cursor.vector(1);
  } else for (let part = 0; part < 3; part++) cursor.vector(2);
  return cursor.take(2).toString('hex');
}
