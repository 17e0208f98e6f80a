/** What TLS 1.2 calls SignatureAndHashAlgorithm (RFC 5246 §7.4.1.4.1) with a broken hash: MD5 or SHA-1. */
const broken: Readonly<Record<string, string>> = {
  '0201': 'rsa_pkcs1_sha1',
  '0203': 'ecdsa_sha1',
  '0202': 'dsa_sha1',
  '0101': 'rsa_pkcs1_md5',
  '0103': 'ecdsa_md5',
};

export const brokenSchemes: readonly string[] = Object.keys(broken);

export function brokenSchemeName(scheme: string): string | undefined {
  return broken[scheme];
}

/** ECDSA, EdDSA, RSA-PSS and PKCS#1 with SHA-2, then what only old servers have: DSA, SHA-1, MD5. */
export const legacySchemes: readonly string[] =
  '0403 0503 0603 0807 0808 0804 0805 0806 0809 080a 080b 0401 0501 0601 0402 0301 0203 0201 0202 0101'.split(
    ' ',
  );

/** The same for TLS 1.3, where SHA-1 is for certificates only. */
export const tls13Schemes: readonly string[] =
  '0403 0503 0603 0807 0808 0804 0805 0806 0809 080a 080b 0401 0501 0601 0203 0201'.split(' ');
