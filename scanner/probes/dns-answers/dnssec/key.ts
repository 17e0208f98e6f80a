import { createPublicKey, type KeyObject } from 'node:crypto';

/** A DNSKEY as it is on the wire (RFC 4034 §2). */
export interface DnsKey {
  readonly data: Buffer;
  readonly flags: number;
  readonly algorithm: number;
  readonly tag: number;
}

const fixedOctets = 4;
const zoneKey = 0x0100;
const protocol = 3;

/** undefined for data that is no key of a zone. */
export function readKey(data: Buffer): DnsKey | undefined {
  if (data.length <= fixedOctets || data.readUInt8(2) !== protocol) return undefined;
  const flags = data.readUInt16BE(0);
  if ((flags & zoneKey) === 0) return undefined;
  return { data, flags, algorithm: data.readUInt8(3), tag: keyTag(data) };
}

/** RFC 4034 appendix B. */
export function keyTag(data: Buffer): number {
  let sum = 0;
  for (const [index, byte] of data.entries()) sum += index % 2 === 0 ? byte << 8 : byte;
  return (sum + (sum >> 16)) & 0xffff;
}

const curves: Readonly<
  Record<number, { readonly kty: 'EC' | 'OKP'; readonly crv: string; readonly octets: number }>
> = {
  13: { kty: 'EC', crv: 'P-256', octets: 64 },
  14: { kty: 'EC', crv: 'P-384', octets: 96 },
  15: { kty: 'OKP', crv: 'Ed25519', octets: 32 },
  16: { kty: 'OKP', crv: 'Ed448', octets: 57 },
};
const rsaAlgorithms = new Set([5, 7, 8, 10]);

/** The key for the runtime's verifier; undefined for an algorithm it does not have and for a key that is none. */
export function publicKeyOf({ data, algorithm }: DnsKey): KeyObject | undefined {
  const material = data.subarray(fixedOctets);
  const jwk = rsaAlgorithms.has(algorithm) ? rsaJwk(material) : curveJwk(algorithm, material);
  if (jwk === undefined) return undefined;
  try {
    return createPublicKey({ key: jwk, format: 'jwk' });
  } catch {
    return undefined;
  }
}

/** RFC 3110 §2: the length of the exponent in one octet or three, the exponent, the modulus. */
function rsaJwk(material: Buffer) {
  const short = material[0] ?? 0;
  const length = short > 0 ? short : material.length > 3 ? material.readUInt16BE(1) : 0;
  const start = short > 0 ? 1 : 3;
  const e = material.subarray(start, start + length);
  const n = material.subarray(start + length);
  if (e.length === 0 || e.length !== length || n.length === 0) return undefined;
  return { kty: 'RSA', e: e.toString('base64url'), n: n.toString('base64url') };
}

/** RFC 6605 §4, RFC 8080 §3. */
function curveJwk(algorithm: number, material: Buffer) {
  const curve = curves[algorithm];
  if (curve === undefined || material.length !== curve.octets) return undefined;
  const { kty, crv } = curve;
  if (kty === 'OKP') return { kty, crv, x: material.toString('base64url') };
  const half = curve.octets / 2;
  return {
    kty,
    crv,
    x: material.subarray(0, half).toString('base64url'),
    y: material.subarray(half).toString('base64url'),
  };
}
