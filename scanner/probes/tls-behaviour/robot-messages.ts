import { constants, publicEncrypt, randomBytes, type X509Certificate } from 'node:crypto';
import { u8, u16, vector } from '../wire/tls/bytes.ts';

/**
 * Premaster secrets in PKCS#1 v1.5 blocks, one good and four with a fault each (Böck, Somorovsky, Young: "Return Of
 * Bleichenbacher's Oracle Threat", §3.2). A server must not let anybody tell them apart (RFC 5246 §7.4.7.1).
 */
export const paddings = ['good', 'first-bytes', 'zero-misplaced', 'zero-missing', 'version'] as const;
export type Padding = (typeof paddings)[number];

const premasterBytes = 48;
const overhead = 3;

/** The block before encryption, as long as the modulus. */
function paddedBlock(padding: Padding, modulusBytes: number, version: number): Buffer {
  const filler = Buffer.alloc(modulusBytes - overhead - premasterBytes, 0xab);
  const secret = Buffer.alloc(premasterBytes - 2, 0x11);
  const [begin, wrongBegin] = [Buffer.from([0, 2]), Buffer.from([0x41, 0x17])];
  switch (padding) {
    case 'good':
      return Buffer.concat([begin, filler, u8(0), u16(version), secret]);
    case 'first-bytes':
      return Buffer.concat([wrongBegin, filler, u8(0), u16(version), secret]);
    case 'zero-misplaced':
      return Buffer.concat([begin, filler, u8(0x11), secret, u8(0), u8(0x11)]);
    case 'zero-missing':
      return Buffer.concat([begin, filler, u8(0x11), Buffer.alloc(premasterBytes, 0x11)]);
    case 'version':
      return Buffer.concat([begin, filler, u8(0), u16(0x0202), secret]);
  }
}

/** ClientKeyExchange, ChangeCipherSpec and a Finished that is noise; undefined where the key is no RSA key of a usual length. */
export function clientFlight(
  padding: Padding,
  { publicKey }: X509Certificate,
  version: number,
): Buffer | undefined {
  const bits = publicKey.asymmetricKeyDetails?.modulusLength ?? 0;
  if (publicKey.asymmetricKeyType !== 'rsa' || bits < 1024 || bits > 8192) return undefined;
  // 0x41 as the first byte may be more than the modulus; OpenSSL refuses that, so the block is kept below it.
  const block = paddedBlock(padding, Math.ceil(bits / 8), version);
  const encrypted = encrypt(publicKey, block);
  const keyExchange = version === 0x0300 ? encrypted : vector(2, encrypted);
  const record = (type: number, body: Buffer) => Buffer.concat([u8(type), u16(version), vector(2, body)]);
  return Buffer.concat([
    record(22, Buffer.concat([u8(16), vector(3, keyExchange)])),
    record(20, u8(1)),
    record(22, randomBytes(64)),
  ]);
}

function encrypt(key: X509Certificate['publicKey'], block: Buffer): Buffer {
  return publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, block);
}
