import 'reflect-metadata';
import { createPrivateKey, randomBytes, webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import * as x509 from '@peculiar/x509';

/** What a server sends, and what is wrong with it. */
/** What a leaf certificate is made of; whatever is left out is as it should be. */
export interface LeafShape {
  /** The first is the subject, all of them the alternative names. */
  readonly names: readonly [string, ...string[]];
  /** `subject`: no alternative names at all. */
  readonly namedBy?: 'alternative-names' | 'subject';
  /** Days from now. */
  readonly validFrom?: number;
  readonly validUntil?: number;
  readonly key?: KeyAlgorithm | CryptoKeyPair;
  readonly hash?: Hash;
  readonly issuer?: 'intermediate' | 'itself';
  readonly serialNumber?: string;
  readonly isCa?: boolean;
  readonly usages?: x509.KeyUsageFlags;
  readonly purposes?: readonly string[];
  readonly furtherExtensions?: readonly x509.Extension[];
  /** Which certificates the server sends behind the leaf. */
  readonly sends?: readonly ('intermediate' | 'root')[];
}

const leafKinds = {
  good: {},
  expired: { key: 'rsa-2048', validFrom: -90, validUntil: -3 },
  'self-signed': { key: 'rsa-2048', issuer: 'itself' },
  'weak-key': { key: 'rsa-1024' },
  'sha1-signed': { key: 'rsa-2048', hash: 'SHA-1' },
  'wrong-name': { key: 'rsa-2048', names: ['another-host.test'] },
  'without-intermediate': { key: 'rsa-2048', sends: [] },
  /** What stands on a forgotten server. */
  neglected: { key: 'rsa-1024', validFrom: -90, validUntil: -3, issuer: 'itself', hash: 'SHA-1' },
} as const satisfies Readonly<Record<string, Partial<LeafShape>>>;
export type LeafKind = keyof typeof leafKinds;

/** PEM texts. `chainPem` is what the server sends: the leaf first, then the intermediate if it has one. */
export interface Leaf {
  readonly certificatePem: string;
  readonly chainPem: string;
  readonly keyPem: string;
}

/** A certificate authority that lives as long as the process. `rootPem` is what `diagnose --ca` is given. */
export interface TestCa {
  readonly rootPem: string;
  readonly intermediatePem: string;
  /** Signs OCSP responses (RFC 6960). */
  readonly intermediateKeyPem: string;
  issue(kind: LeafKind, names: readonly [string, ...string[]]): Promise<Leaf>;
  shape(shape: LeafShape): Promise<Leaf>;
}

export type CryptoKeyPair = webcrypto.CryptoKeyPair;
type KeyAlgorithm = 'ec' | 'rsa-2048' | 'rsa-1024';
type Hash = 'SHA-1' | 'SHA-256';
interface Issuer {
  readonly name: string;
  readonly certificate: x509.X509Certificate;
  readonly keys: CryptoKeyPair;
}

const dayMs = 86_400_000;
const yearDays = 365;
const publicExponent = new Uint8Array([1, 0, 1]);

export async function createTestCa(now = new Date()): Promise<TestCa> {
  x509.cryptoProvider.set(webcrypto);
  const root = await createAuthority('CN=Enkaku Test Root, O=Enkaku Test', now, null);
  const intermediate = await createAuthority('CN=Enkaku Test Intermediate, O=Enkaku Test', now, root);
  const authorities = { intermediate, root };
  return {
    rootPem: pem(root.certificate),
    intermediatePem: pem(intermediate.certificate),
    intermediateKeyPem: await privateKeyPem(intermediate.keys),
    issue: (kind, names) => issueLeaf({ names, ...leafKinds[kind] }, authorities, now),
    shape: (shape) => issueLeaf(shape, authorities, now),
  };
}

async function issueLeaf(
  shape: LeafShape,
  authorities: Readonly<Record<'intermediate' | 'root', Issuer>>,
  now: Date,
): Promise<Leaf> {
  const { names, issuer = 'intermediate', isCa = false, hash = 'SHA-256', key = 'ec' } = shape;
  const { intermediate } = authorities;
  const selfSigned = issuer === 'itself';
  const keys = typeof key === 'string' ? await generateKeys(key) : key;
  const name = `CN=${names[0]}`;
  const san = names.map((value) => ({ type: isIP(value) === 0 ? 'dns' : 'ip', value }) as const);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: shape.serialNumber ?? serialNumber(),
    subject: name,
    issuer: selfSigned ? name : intermediate.certificate.subject,
    notBefore: daysFrom(now, shape.validFrom ?? -1),
    notAfter: daysFrom(now, shape.validUntil ?? 59),
    publicKey: keys.publicKey,
    ...(await signWith((selfSigned ? keys : intermediate.keys).privateKey, hash)),
    extensions: [
      new x509.BasicConstraintsExtension(isCa, undefined, true),
      new x509.KeyUsagesExtension(shape.usages ?? usagesFor(keys), true),
      new x509.ExtendedKeyUsageExtension([...(shape.purposes ?? [x509.ExtendedKeyUsage.serverAuth])]),
      ...(shape.namedBy === 'subject' ? [] : [new x509.SubjectAlternativeNameExtension(san)]),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      ...(selfSigned
        ? []
        : [await x509.AuthorityKeyIdentifierExtension.create(intermediate.certificate.publicKey)]),
      ...(shape.furtherExtensions ?? []),
    ],
  });
  const certificatePem = pem(certificate);
  const sends = (shape.sends ?? (selfSigned ? [] : (['intermediate'] as const))).map((role) =>
    pem(authorities[role].certificate),
  );
  return {
    certificatePem,
    chainPem: certificatePem + sends.join(''),
    keyPem: await privateKeyPem(keys),
  };
}

async function createAuthority(name: string, now: Date, issuer: Issuer | null): Promise<Issuer> {
  // RSA, so that leaves can be signed with SHA-1, which Web Crypto has for no elliptic curve's usual certificates.
  const keys = await generateKeys('rsa-2048');
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject: name,
    issuer: issuer?.name ?? name,
    notBefore: daysFrom(now, -yearDays),
    notAfter: daysFrom(now, 5 * yearDays),
    publicKey: keys.publicKey,
    ...(await signWith((issuer?.keys ?? keys).privateKey, 'SHA-256')),
    extensions: [
      new x509.BasicConstraintsExtension(true, issuer === null ? undefined : 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { name, certificate, keys };
}

/** Static RSA, which old clients need, enciphers with the key itself. */
function usagesFor({ publicKey }: CryptoKeyPair): x509.KeyUsageFlags {
  const { digitalSignature, keyEncipherment } = x509.KeyUsageFlags;
  return publicKey.algorithm.name === 'ECDSA' ? digitalSignature : digitalSignature | keyEncipherment;
}

function generateKeys(algorithm: KeyAlgorithm): Promise<CryptoKeyPair> {
  const usages = ['sign', 'verify'] as const;
  if (algorithm === 'ec') {
    return webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, usages);
  }
  const modulusLength = algorithm === 'rsa-2048' ? 2048 : 1024;
  return webcrypto.subtle.generateKey({ ...signing('SHA-256'), modulusLength, publicExponent }, true, usages);
}

/** The hash is a property of the key in Web Crypto, so another hash needs the same key imported again. */
async function signWith(
  key: webcrypto.CryptoKey,
  hash: Hash,
): Promise<{ signingKey: webcrypto.CryptoKey; signingAlgorithm: ReturnType<typeof signing> }> {
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', key);
  const signingAlgorithm = signing(hash);
  const signingKey = await webcrypto.subtle.importKey('pkcs8', pkcs8, signingAlgorithm, true, ['sign']);
  return { signingKey, signingAlgorithm };
}

function signing(hash: Hash): { name: string; hash: Hash } {
  return { name: 'RSASSA-PKCS1-v1_5', hash };
}

async function privateKeyPem(keys: CryptoKeyPair): Promise<string> {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    .export({ format: 'pem', type: 'pkcs8' })
    .toString();
}

function pem(certificate: x509.X509Certificate): string {
  return `${certificate.toString('pem')}\n`;
}

function serialNumber(): string {
  return `4e${randomBytes(15).toString('hex')}`;
}

function daysFrom(now: Date, days: number): Date {
  return new Date(now.getTime() + days * dayMs);
}
