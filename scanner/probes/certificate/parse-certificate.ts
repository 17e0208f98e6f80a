import { createHash, type KeyObject, X509Certificate } from 'node:crypto';
import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { limits } from '@enkaku/shared/evidence/limits.ts';
import { alternativeNamesOf } from './alternative-names.ts';
import { signatureOf } from './signature-algorithm.ts';

type Presented = Extract<EvidenceData['certificate']['presented'], { outcome: 'yes' }>['value'];
export type ParsedCertificate = Presented['chain'][number];

const maxDerBytes = 18_000;

/** The fields of one certificate, cut to what evidence holds; undefined when OpenSSL cannot read it. */
export function parseCertificate(der: Buffer): ParsedCertificate | undefined {
  const certificate = readCertificate(der);
  if (certificate === undefined) return undefined;
  const [notBefore, notAfter] = [isoOf(certificate.validFromDate), isoOf(certificate.validToDate)];
  if (notBefore === undefined || notAfter === undefined) return undefined;
  const key = publicKeyOf(certificate);
  return {
    der: der.toString('base64'),
    sha256: sha256(der),
    spkiSha256: sha256(key?.export({ type: 'spki', format: 'der' }) ?? der),
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    serial: certificate.serialNumber.slice(0, limits.line),
    notBefore,
    notAfter,
    ...alternativeNamesOf(der),
    ...signatureOf(der),
    key: describeKey(key),
    isCa: certificate.ca,
    selfSigned: isSelfSigned(certificate),
  };
}

/** undefined for what OpenSSL cannot read, and for more than evidence holds. */
export function readCertificate(der: Buffer): X509Certificate | undefined {
  if (der.length > maxDerBytes) return undefined;
  try {
    return new X509Certificate(der);
  } catch {
    return undefined;
  }
}

export function isSelfSigned(certificate: X509Certificate): boolean {
  return certificate.subject === certificate.issuer && isSignedBy(certificate, certificate);
}

/** False also where the key or the signature is of a kind that OpenSSL cannot check. */
export function isSignedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  const key = publicKeyOf(issuer);
  try {
    return key !== undefined && certificate.verify(key);
  } catch {
    return false;
  }
}

function publicKeyOf(certificate: X509Certificate): KeyObject | undefined {
  try {
    return certificate.publicKey;
  } catch {
    return undefined;
  }
}

const curveBits: Readonly<Record<string, number>> = {
  prime256v1: 256,
  secp256k1: 256,
  secp384r1: 384,
  secp521r1: 521,
  secp224r1: 224,
  prime192v1: 192,
  brainpoolP256r1: 256,
  brainpoolP384r1: 384,
  brainpoolP512r1: 512,
};

/** `bits` is 0 where the strength cannot be read. */
function describeKey(key: KeyObject | undefined): ParsedCertificate['key'] {
  const { modulusLength = 0, namedCurve = '' } = key?.asymmetricKeyDetails ?? {};
  switch (key?.asymmetricKeyType) {
    case 'rsa':
    case 'rsa-pss':
      return { type: 'rsa', bits: Math.min(modulusLength, 65_536) };
    case 'dsa':
      return { type: 'dsa', bits: Math.min(modulusLength, 65_536) };
    case 'ec':
      return { type: 'ec', bits: curveBits[namedCurve] ?? Number(/\d{3}/.exec(namedCurve)?.[0] ?? 0) };
    case 'ed25519':
      return { type: 'ed25519', bits: 256 };
    case 'ed448':
      return { type: 'ed448', bits: 456 };
    default:
      return { type: 'other', bits: 0 };
  }
}

function isoOf(date: Date): string | undefined {
  if (Number.isNaN(date.getTime())) return undefined;
  const text = date.toISOString();
  return /^\d{4}-/.test(text) ? text : undefined;
}

/** Node writes a name one attribute a line; an empty name is undefined in spite of its type. */
function oneLine(name: string | undefined): string {
  return (name ?? '').split('\n').join(', ').slice(0, limits.line);
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
