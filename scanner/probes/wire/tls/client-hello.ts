import { u8, u16, vector } from './bytes.ts';
import { suites as allSuites, type CipherSuite, tls13Suites } from './cipher-suites.ts';
import { type LegacyVersion, type TlsVersion, versionNumbers } from './versions.ts';

export interface HelloRandomness {
  readonly random: Buffer;
  readonly sessionId: Buffer;
  /** A public key on X25519; any 32 bytes are one. */
  readonly keyShare: Buffer;
}

/** What one ClientHello offers: exactly this version, exactly these suites. */
export interface HelloOffer {
  readonly version: TlsVersion;
  readonly suites: readonly CipherSuite[];
  /** A DNS name; an address is never sent (RFC 6066 §3). */
  readonly sni: string | null;
}

/** Some stacks drop hellos with more (F5, old Cisco). */
export const maxSuites = 128;

const handshakeHeader = 4;
const scsv = Buffer.from('00ff', 'hex');
const [stored, deflate] = [0, 1];

/** The suites a hello of a version offers when it asks for the version alone, at most 128. */
export function suitesFor(version: TlsVersion): readonly CipherSuite[] {
  if (version === 'TLSv1.3') return tls13Suites;
  if (version !== 'TLSv1.2') return allSuites.filter(({ name }) => isOlderThanTls12(name));
  return allSuites
    .filter(({ name }) => !/ARIA|CAMELLIA.*(GCM|SHA256|SHA384)|EXPORT1024/.test(name))
    .slice(0, maxSuites);
}

/** AEAD, SHA-2 MACs came with TLS 1.2 (RFC 5246). */
function isOlderThanTls12(name: string): boolean {
  return /_(SHA|MD5)$/.test(name);
}

/** The record that carries the ClientHello. */
export function buildClientHello(offer: HelloOffer, randomness: HelloRandomness): Buffer {
  const { version, suites } = offer;
  const legacyVersion = Math.min(versionNumbers[version], 0x0303);
  const codes = suites.map(({ code }) => Buffer.from(code, 'hex'));
  const head = Buffer.concat([
    u16(legacyVersion),
    randomness.random,
    vector(1, version === 'TLSv1.3' ? randomness.sessionId : Buffer.alloc(0)),
    vector(2, ...codes, ...(version === 'SSLv3' ? [scsv] : [])),
    vector(1, Buffer.from(version === 'TLSv1.3' ? [stored] : [deflate, stored])),
  ]);
  const extensions =
    version === 'SSLv3' ? Buffer.alloc(0) : padded(head.length, extensionsOf(offer, randomness));
  const body = Buffer.concat([head, extensions]);
  const recordVersion = version === 'SSLv3' ? 0x0300 : 0x0301;
  return Buffer.concat([u8(22), u16(recordVersion), vector(2, u8(1), vector(3, body))]);
}

function extensionsOf(offer: HelloOffer, randomness: HelloRandomness): readonly Buffer[] {
  const name =
    offer.sni === null ? [] : [extension(0, vector(2, u8(0), vector(2, Buffer.from(offer.sni, 'latin1'))))];
  return offer.version === 'TLSv1.3'
    ? [...name, ...tls13Extensions(randomness.keyShare)]
    : [...name, ...legacyExtensions(offer.version)];
}

/** x25519, P-256, P-384, P-521, x448, brainpool, secp256k1, P-224, P-192. No ffdhe: then DHE shows its own prime. */
const groups = '001d 0017 0018 0019 001e 001a 001b 001c 0016 0015 0013';
/** ECDSA, EdDSA, RSA-PSS and PKCS#1 with SHA-2, then what only old servers have: DSA, SHA-1, MD5. */
const signatures =
  '0403 0503 0603 0807 0808 0804 0805 0806 0809 080a 080b 0401 0501 0601 0402 0301 0203 0201 0202 0101';

function legacyExtensions(version: LegacyVersion): readonly Buffer[] {
  return [
    extension(10, vector(2, codes(groups))),
    extension(11, vector(1, u8(0))), // ec_point_formats: uncompressed
    ...(version === 'TLSv1.2' ? [extension(13, vector(2, codes(signatures)))] : []),
    extension(5, Buffer.from([1, 0, 0, 0, 0])), // status_request: OCSP
    extension(23, Buffer.alloc(0)), // extended_master_secret
    extension(35, Buffer.alloc(0)), // session_ticket
    extension(0xff01, vector(1)), // renegotiation_info, RFC 5746
  ];
}

function tls13Extensions(keyShare: Buffer): readonly Buffer[] {
  return [
    extension(43, vector(1, u16(versionNumbers['TLSv1.3']))),
    extension(10, vector(2, codes('001d 0017 0018 0019 001e 0100 0101'))),
    extension(
      13,
      vector(2, codes('0403 0503 0603 0807 0808 0804 0805 0806 0809 080a 080b 0401 0501 0601 0203 0201')),
    ),
    extension(51, vector(2, u16(0x001d), vector(2, keyShare))),
    extension(45, vector(1, u8(1))), // psk_dhe_ke
  ];
}

function extension(type: number, data: Buffer): Buffer {
  return Buffer.concat([u16(type), vector(2, data)]);
}

/** No ClientHello of 256 to 511 bytes: some load balancers hang on these (RFC 7685 §1). */
function padded(headLength: number, extensions: readonly Buffer[]): Buffer {
  const block = vector(2, ...extensions);
  const length = handshakeHeader + headLength + block.length;
  if (length < 256 || length > 511) return block;
  const padding = Buffer.alloc(Math.max(0, 512 - length - 4));
  return vector(2, ...extensions, extension(21, padding));
}

function codes(list: string): Buffer {
  return Buffer.from(list.replaceAll(' ', ''), 'hex');
}
