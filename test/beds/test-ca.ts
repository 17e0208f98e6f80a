import 'reflect-metadata';
import { createPrivateKey, randomBytes, webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import * as x509 from '@peculiar/x509';

/** What a server sends, and what is wrong with it. */
export type LeafKind =
  | 'good'
  | 'expired'
  | 'self-signed'
  | 'weak-key' // RSA-1024
  | 'sha1-signed'
  | 'wrong-name'
  | 'without-intermediate'
  | 'neglected'; // what stands on a forgotten server: self-signed, expired, RSA-1024, SHA-1

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
  issue(kind: LeafKind, names: readonly [string, ...string[]]): Promise<Leaf>;
}

type CryptoKeyPair = webcrypto.CryptoKeyPair;
type KeyAlgorithm = 'ec' | 'rsa-2048' | 'rsa-1024';
type Hash = 'SHA-1' | 'SHA-256';
interface Issuer {
  readonly name: string;
  readonly certificate: x509.X509Certificate;
  readonly keys: CryptoKeyPair;
}

const dayMs = 86_400_000;
const yearDays = 365;
const serverAuth = '1.3.6.1.5.5.7.3.1';
const publicExponent = new Uint8Array([1, 0, 1]);

export async function createTestCa(now = new Date()): Promise<TestCa> {
  x509.cryptoProvider.set(webcrypto);
  const root = await createAuthority('CN=Enkaku Test Root, O=Enkaku Test', now, null);
  const intermediate = await createAuthority('CN=Enkaku Test Intermediate, O=Enkaku Test', now, root);
  const intermediatePem = pem(intermediate.certificate);
  return {
    rootPem: pem(root.certificate),
    intermediatePem,
    issue: (kind, names) => issueLeaf(kind, names, intermediate, now),
  };
}

async function issueLeaf(
  kind: LeafKind,
  names: readonly [string, ...string[]],
  intermediate: Issuer,
  now: Date,
): Promise<Leaf> {
  const selfSigned = kind === 'self-signed' || kind === 'neglected';
  const keys = await generateKeys(leafKey(kind));
  const san: readonly [string, ...string[]] = kind === 'wrong-name' ? ['another-host.test'] : names;
  const name = `CN=${san[0]}`;
  const expired = kind === 'expired' || kind === 'neglected';
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject: name,
    issuer: selfSigned ? name : intermediate.certificate.subject,
    notBefore: daysFrom(now, expired ? -90 : -1),
    notAfter: daysFrom(now, expired ? -3 : 59),
    publicKey: keys.publicKey,
    ...(await signWith((selfSigned ? keys : intermediate.keys).privateKey, leafHash(kind))),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(leafUsages(kind), true),
      new x509.ExtendedKeyUsageExtension([serverAuth]),
      new x509.SubjectAlternativeNameExtension(
        san.map((value) => ({ type: isIP(value) === 0 ? 'dns' : 'ip', value })),
      ),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      ...(selfSigned
        ? []
        : [await x509.AuthorityKeyIdentifierExtension.create(intermediate.certificate.publicKey)]),
    ],
  });
  const certificatePem = pem(certificate);
  const sendsIntermediate = !selfSigned && kind !== 'without-intermediate';
  return {
    certificatePem,
    chainPem: sendsIntermediate ? certificatePem + pem(intermediate.certificate) : certificatePem,
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

/** RSA for what old clients must reach (static RSA needs it), P-256 for the leaf that has nothing wrong. */
function leafKey(kind: LeafKind): KeyAlgorithm {
  if (kind === 'weak-key' || kind === 'neglected') return 'rsa-1024';
  return kind === 'good' ? 'ec' : 'rsa-2048';
}

function leafUsages(kind: LeafKind): number {
  const { digitalSignature, keyEncipherment } = x509.KeyUsageFlags;
  return leafKey(kind) === 'ec' ? digitalSignature : digitalSignature | keyEncipherment;
}

function leafHash(kind: LeafKind): Hash {
  return kind === 'sha1-signed' || kind === 'neglected' ? 'SHA-1' : 'SHA-256';
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
