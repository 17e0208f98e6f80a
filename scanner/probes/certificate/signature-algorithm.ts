import {
  derTags,
  dotted,
  MalformedDerError,
  readElements,
  readInside,
} from '@enkaku/shared/evidence/certificate/der.ts';

/** RFC 8017, RFC 5758, RFC 8410, FIPS 186; for EdDSA the hash is part of the scheme. */
const hashes: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.2': 'md2',
  '1.2.840.113549.1.1.3': 'md4',
  '1.2.840.113549.1.1.4': 'md5',
  '1.2.840.113549.1.1.5': 'sha1',
  '1.3.14.3.2.29': 'sha1',
  '1.2.840.113549.1.1.14': 'sha224',
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10040.4.3': 'sha1',
  '2.16.840.1.101.3.4.3.1': 'sha224',
  '2.16.840.1.101.3.4.3.2': 'sha256',
  '1.2.840.10045.4.1': 'sha1',
  '1.2.840.10045.4.3.1': 'sha224',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
  '1.3.101.112': 'sha512',
  '1.3.101.113': 'shake256',
};
const rsaPss = '1.2.840.113549.1.1.10';
const hashIdentifiers: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

export interface Signature {
  readonly signatureOid: string;
  readonly signatureHash: string;
}

/** The signatureAlgorithm of a certificate (RFC 5280 §4.1.1.2). */
export function signatureOf(der: Buffer): Signature {
  try {
    const [identifier, parameters] = readElements(
      readInside(der, derTags.sequence)[1]?.content ?? Buffer.alloc(0),
    );
    const signatureOid = identifier?.tag === derTags.objectIdentifier ? dotted(identifier.content) : '';
    const signatureHash =
      signatureOid === rsaPss ? pssHash(parameters?.content ?? Buffer.alloc(0)) : hashes[signatureOid];
    return { signatureOid, signatureHash: signatureHash ?? 'unknown' };
  } catch (error) {
    if (!(error instanceof MalformedDerError)) throw error;
    return { signatureOid: '', signatureHash: 'unknown' };
  }
}

/** RSASSA-PSS-params (RFC 8017 §A.2.3): hashAlgorithm is [0], SHA-1 when it is left out. */
function pssHash(parameters: Buffer): string | undefined {
  const hash = readElements(parameters).find(({ tag }) => tag === 0xa0);
  if (hash === undefined) return 'sha1';
  const [identifier] = readInside(hash.content, derTags.sequence);
  return identifier && hashIdentifiers[dotted(identifier.content)];
}
