import {
  type DerElement,
  derTags,
  dotted,
  elementAt,
  hexOf,
  inside,
  MalformedDerError,
  readElements,
} from './der.ts';

/** What a certificate says of itself beyond the fields of the evidence (RFC 5280); read from the DER that is kept there. */
export interface X509 {
  /** 1 to 3. */
  readonly version: number;
  /** Hex, without leading zero bytes. */
  readonly serial: string;
  readonly rsa: { readonly modulus: bigint; readonly exponent: bigint } | null;
  /** null: the extension is not there. */
  readonly basicConstraints: { readonly isCa: boolean } | null;
  /** Bits of RFC 5280 §4.2.1.3, `digitalSignature` first; null: the extension is not there. */
  readonly keyUsage: readonly KeyUsage[] | null;
  /** Dotted OIDs; null: the extension is not there. */
  readonly extendedKeyUsage: readonly string[] | null;
  /** Hex; null: the extension is not there, or names the key in another way. */
  readonly subjectKeyId: string | null;
  readonly authorityKeyId: string | null;
  /** Signed certificate timestamps inside (RFC 6962 §3.3). */
  readonly timestamps: number;
  /** TLS feature `status_request` (RFC 7633). */
  readonly mustStaple: boolean;
  /** Where the authority answers for its certificates (RFC 6960). */
  readonly ocspUrls: readonly string[];
}

const keyUsages = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const;
export type KeyUsage = (typeof keyUsages)[number];

const oids = {
  rsaEncryption: '1.2.840.113549.1.1.1',
  subjectKeyId: '2.5.29.14',
  basicConstraints: '2.5.29.19',
  authorityKeyId: '2.5.29.35',
  keyUsage: '2.5.29.15',
  extendedKeyUsage: '2.5.29.37',
  authorityInfoAccess: '1.3.6.1.5.5.7.1.1',
  ocsp: '1.3.6.1.5.5.7.48.1',
  tlsFeature: '1.3.6.1.5.5.7.1.24',
  timestamps: '1.3.6.1.4.1.11129.2.4.2',
} as const;

const uri = 0x86;
const keyIdentifier = 0x80;
const statusRequest = 5;
const mostTimestamps = 32;

/** @param der base64. undefined where it is no certificate. */
export function readX509(der: string): X509 | undefined {
  try {
    return read(Uint8Array.from(atob(der), (character) => character.charCodeAt(0)));
  } catch (error) {
    if (
      error instanceof MalformedDerError ||
      (error instanceof Error && error.name === 'InvalidCharacterError')
    ) {
      return undefined;
    }
    throw error;
  }
}

function read(bytes: Uint8Array): X509 {
  const [certificate] = readElements(bytes);
  const fields = inside(elementAt(inside(certificate), 0));
  const versioned = fields[0]?.tag === derTags.version;
  const [, serial, , , , , publicKey] = versioned ? fields : [undefined, ...fields];
  const extensions = extensionsOf(fields.find(({ tag }) => tag === derTags.extensions));
  return {
    version: versioned ? (inside(fields[0])[0]?.content[0] ?? 0) + 1 : 1,
    serial: hexOf(serial?.content ?? new Uint8Array()).replace(/^(?:00)+/, ''),
    rsa: rsaOf(publicKey),
    basicConstraints: constraintsOf(extensions.get(oids.basicConstraints)),
    keyUsage: usageOf(extensions.get(oids.keyUsage)),
    extendedKeyUsage: purposesOf(extensions.get(oids.extendedKeyUsage)),
    subjectKeyId: keyIdOf(extensions.get(oids.subjectKeyId)),
    authorityKeyId: authorityKeyIdOf(extensions.get(oids.authorityKeyId)),
    timestamps: countTimestamps(extensions.get(oids.timestamps)),
    mustStaple: featuresOf(extensions.get(oids.tlsFeature)).includes(statusRequest),
    ocspUrls: ocspUrlsOf(extensions.get(oids.authorityInfoAccess)),
  };
}

/** By OID; each value is the DER inside the OCTET STRING. */
function extensionsOf(element: DerElement | undefined): ReadonlyMap<string, Uint8Array> {
  if (element === undefined) return new Map();
  return new Map(
    inside(elementAt(inside(element), 0)).map((extension) => {
      const parts = inside(extension);
      return [dotted(elementAt(parts, 0).content), elementAt(parts, parts.length - 1).content] as const;
    }),
  );
}

function rsaOf(publicKey: DerElement | undefined): X509['rsa'] {
  const [algorithm, key] = inside(publicKey);
  if (dotted(elementAt(inside(algorithm), 0).content) !== oids.rsaEncryption) return null;
  // A BIT STRING begins with the number of bits that do not count.
  const numbers = inside(readElements((key ?? elementAt([], 0)).content.subarray(1))[0]);
  return { modulus: numberOf(elementAt(numbers, 0)), exponent: numberOf(elementAt(numbers, 1)) };
}

function numberOf({ content }: DerElement): bigint {
  return content.length === 0 ? 0n : BigInt(`0x${hexOf(content)}`);
}

function constraintsOf(value: Uint8Array | undefined): X509['basicConstraints'] {
  if (value === undefined) return null;
  const [first] = inside(readElements(value)[0]);
  return { isCa: first?.tag === 0x01 && first.content[0] !== 0 };
}

function keyIdOf(value: Uint8Array | undefined): string | null {
  const key = value === undefined ? undefined : readElements(value)[0];
  return key === undefined ? null : hexOf(key.content);
}

function authorityKeyIdOf(value: Uint8Array | undefined): string | null {
  if (value === undefined) return null;
  const key = inside(readElements(value)[0]).find(({ tag }) => tag === keyIdentifier);
  return key === undefined ? null : hexOf(key.content);
}

function usageOf(value: Uint8Array | undefined): X509['keyUsage'] {
  if (value === undefined) return null;
  const [, ...bytes] = readElements(value)[0]?.content ?? [];
  return keyUsages.filter((_, index) => ((bytes[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0);
}

function purposesOf(value: Uint8Array | undefined): X509['extendedKeyUsage'] {
  return value === undefined ? null : inside(readElements(value)[0]).map(({ content }) => dotted(content));
}

function featuresOf(value: Uint8Array | undefined): readonly number[] {
  if (value === undefined) return [];
  return inside(readElements(value)[0]).map(({ content }) => Number(BigInt(`0x${hexOf(content) || '0'}`)));
}

/** RFC 6962 §3.3: a list behind its length, each timestamp behind its own, all inside one more OCTET STRING. */
function countTimestamps(value: Uint8Array | undefined): number {
  const list = value === undefined ? undefined : readElements(value)[0]?.content;
  return list === undefined ? 0 : countInList(list);
}

/** A SignedCertificateTimestampList, at most 32 of it. */
export function countInList(list: Uint8Array): number {
  let count = 0;
  for (let at = 2; at + 2 <= list.length && count < mostTimestamps; count++) {
    at += 2 + (list[at] ?? 0) * 256 + (list[at + 1] ?? 0);
  }
  return count;
}

function ocspUrlsOf(value: Uint8Array | undefined): readonly string[] {
  if (value === undefined) return [];
  return inside(readElements(value)[0]).flatMap((description) => {
    const [method, location] = inside(description);
    if (method === undefined || location?.tag !== uri || dotted(method.content) !== oids.ocsp) return [];
    return [String.fromCharCode(...location.content.subarray(0, 2048))];
  });
}
