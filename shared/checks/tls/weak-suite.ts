/** By the IANA name: no secrecy, no authentication, short keys, 64-bit blocks, no fresh keys, or CBC. */
export function isWeakSuite(name: string): boolean {
  return /NULL|anon|EXPORT|RC4|RC2|_DES_|3DES|IDEA|SEED|_CBC_|^TLS_(?:RSA|DH|ECDH|ECDH_RSA|ECDH_ECDSA)_WITH/.test(
    name,
  );
}
