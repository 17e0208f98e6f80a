import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** Enough X.509 to make certificates for tests that a proper library would refuse to make. */
export interface CertificateWish {
  readonly subject: string;
  readonly dnsNames?: readonly string[];
  readonly isCa?: boolean;
  /** Content of the INTEGER, hex. */
  readonly serial?: string;
  readonly notBefore?: string;
  readonly notAfter?: string;
  readonly keys?: KeyPair;
  readonly issuer?: Issuer;
  readonly hash?: 'sha256' | 'sha1';
}
export interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}
export interface Issuer {
  readonly subject: string;
  readonly privateKey: KeyObject;
}
export interface IssuedCertificate extends Issuer {
  readonly der: Buffer;
  readonly cert: string;
  readonly key: string;
}

export function rsaKeys(bits = 2048): KeyPair {
  return generateKeyPairSync('rsa', { modulusLength: bits });
}

const shared = rsaKeys();
const signatures = { sha256: '06092a864886f70d01010b', sha1: '06092a864886f70d010105' } as const;

export function issue(wish: CertificateWish): IssuedCertificate {
  const { subject, dnsNames = [], isCa = false, keys = shared, hash = 'sha256' } = wish;
  const issuer = wish.issuer ?? { subject, privateKey: keys.privateKey };
  const algorithm = der(0x30, hex(signatures[hash]), hex('0500'));
  const extensions = [
    ...(dnsNames.length > 0
      ? [extension('0603551d11', der(0x30, ...dnsNames.map((name) => der(0x82, name))))]
      : []),
    ...(isCa ? [extension('0603551d13', der(0x30, hex('0101ff')))] : []),
  ];
  const toBeSigned = der(
    0x30,
    hex('a003020102'),
    der(
      0x02,
      hex(wish.serial ?? createHash('sha256').update(subject).digest('hex').replace(/^./, '1').slice(0, 32)),
    ),
    algorithm,
    nameOf(issuer.subject),
    der(0x30, der(0x18, wish.notBefore ?? '20200101000000Z'), der(0x18, wish.notAfter ?? '20991231235959Z')),
    nameOf(subject),
    keys.publicKey.export({ type: 'spki', format: 'der' }),
    ...(extensions.length > 0 ? [der(0xa3, der(0x30, ...extensions))] : []),
  );
  const signature = sign(hash, toBeSigned, issuer.privateKey);
  const whole = der(0x30, toBeSigned, algorithm, der(0x03, hex('00'), signature));
  return {
    der: whole,
    cert: `-----BEGIN CERTIFICATE-----\n${whole.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
    key: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    subject,
    privateKey: keys.privateKey,
  };
}

function extension(oid: string, value: Buffer): Buffer {
  return der(0x30, hex(oid), der(0x04, value));
}

function nameOf(commonName: string): Buffer {
  return der(0x30, der(0x31, der(0x30, hex('0603550403'), der(0x0c, commonName))));
}

function der(tag: number, ...parts: readonly (Buffer | string)[]): Buffer {
  const content = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
  return Buffer.concat([Buffer.from([tag]), lengthOf(content), content]);
}

function lengthOf({ length }: Buffer): Buffer {
  if (length < 128) return Buffer.from([length]);
  const digits = hex(length.toString(16).padStart(length < 256 ? 2 : length < 65_536 ? 4 : 6, '0'));
  return Buffer.concat([Buffer.from([0x80 | digits.length]), digits]);
}

function hex(text: string): Buffer {
  return Buffer.from(text, 'hex');
}
