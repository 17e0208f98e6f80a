import { u8, u16, vector } from './bytes.ts';
import { suites as allSuites, type CipherSuite, tls13Suites } from './cipher-suites.ts';
import { legacyGroups, tls13Groups, weakCurves } from './groups.ts';
import { legacySchemes, tls13Schemes } from './signature-schemes.ts';
import { type TlsVersion, versionNumbers } from './versions.ts';

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
  /** Ids of groups, unless the usual ones. In TLS 1.3 a list of its own comes without a key share: the answer is a HelloRetryRequest. */
  readonly groups?: readonly string[];
  /** Signature schemes, unless the usual ones. */
  readonly schemes?: readonly string[];
  readonly alpn?: readonly string[];
  /** RFC 7507: this hello pretends to be a second try. */
  readonly fallback?: 'fallback';
  /** Up to TLS 1.2: a ticket to be resumed, and the session id to recognise it by. */
  readonly resume?: { readonly ticket: Buffer; readonly sessionId: Buffer };
  /**
   * Of a TLS 1.3 hello: `with-tls12` offers that version beside it, as browsers do; `grease` adds meaningless values
   * (RFC 8701) to versions, suites, groups, shares and extensions; `awkward-size` makes it 256 to 511 bytes long.
   * `timestamps` asks for those of certificate logs (RFC 6962).
   */
  readonly traits?: readonly HelloTrait[];
}

export type HelloTrait = 'with-tls12' | 'grease' | 'awkward-size' | 'timestamps';

/** Some stacks drop hellos with more (F5, old Cisco). */
export const maxSuites = 128;

const handshakeHeader = 4;
const [renegotiationScsv, fallbackScsv] = ['00ff', '5600'];
const [stored, deflate] = [0, 1];
/** One of the values that no server may know (RFC 8701 §2). */
const grease = '7a7a';
/** Some load balancers hang on hellos of this size (RFC 7685 §1). */
const awkward = { from: 256, to: 511, wanted: 384 } as const;

/** The suites a hello of a version offers when it asks for the version alone, at most 128. */
export function suitesFor(version: TlsVersion): readonly CipherSuite[] {
  if (version === 'TLSv1.3') return tls13Suites;
  if (version !== 'TLSv1.2') return suitesOfVersion(version);
  return allSuites
    .filter(({ name }) => !/ARIA|CAMELLIA.*(GCM|SHA256|SHA384)|EXPORT1024/.test(name))
    .slice(0, maxSuites);
}

/** Every suite that we know for a version. AEAD and SHA-2 MACs came with TLS 1.2 (RFC 5246). */
export function suitesOfVersion(version: TlsVersion): readonly CipherSuite[] {
  if (version === 'TLSv1.3') return tls13Suites;
  return version === 'TLSv1.2' ? allSuites : allSuites.filter(({ name }) => /_(SHA|MD5)$/.test(name));
}

/** The record that carries the ClientHello. */
export function buildClientHello(offer: HelloOffer, randomness: HelloRandomness): Buffer {
  const { version } = offer;
  const legacyVersion = Math.min(versionNumbers[version], 0x0303);
  const head = Buffer.concat([
    u16(legacyVersion),
    randomness.random,
    vector(1, sessionIdOf(offer, randomness)),
    vector(2, codes(suiteCodes(offer))),
    vector(1, Buffer.from(version === 'TLSv1.3' ? [stored] : [deflate, stored])),
  ]);
  const extensions =
    version === 'SSLv3'
      ? Buffer.alloc(0)
      : padded(head.length, extensionsOf(offer, randomness), has(offer, 'awkward-size'));
  const body = Buffer.concat([head, extensions]);
  const recordVersion = version === 'SSLv3' ? 0x0300 : 0x0301;
  return Buffer.concat([u8(22), u16(recordVersion), vector(2, u8(1), vector(3, body))]);
}

function sessionIdOf({ version, resume }: HelloOffer, { sessionId }: HelloRandomness): Buffer {
  if (resume) return resume.sessionId;
  return version === 'TLSv1.3' ? sessionId : Buffer.alloc(0);
}

function suiteCodes(offer: HelloOffer): readonly string[] {
  const { version, suites, fallback } = offer;
  return [
    ...(has(offer, 'grease') ? [grease] : []),
    ...suites.map(({ code }) => code),
    ...(version === 'SSLv3' ? [renegotiationScsv] : []),
    ...(fallback ? [fallbackScsv] : []),
  ];
}

function extensionsOf(offer: HelloOffer, { keyShare }: HelloRandomness): readonly Buffer[] {
  const { sni, alpn = [], version } = offer;
  const name = vector(2, u8(0), vector(2, Buffer.from(sni ?? '', 'latin1')));
  const protocols = vector(2, ...alpn.map((protocol) => vector(1, Buffer.from(protocol, 'latin1'))));
  return [
    ...(has(offer, 'grease') ? [extension(grease, Buffer.alloc(0))] : []),
    ...(sni === null ? [] : [extension(0, name)]),
    ...(alpn.length === 0 ? [] : [extension(16, protocols)]),
    ...(has(offer, 'timestamps') ? [extension(18, Buffer.alloc(0))] : []),
    ...(version === 'TLSv1.3' ? tls13Extensions(offer, keyShare) : []),
    ...(version !== 'TLSv1.3' || has(offer, 'with-tls12') ? legacyExtensions(offer) : []),
  ];
}

/** No ffdhe: then DHE shows a prime of its own. The weakest come last. */
const usualLegacyGroups = [...legacyGroups.slice(0, 10), ...weakCurves.slice(0, 1)].map(({ id }) => id);
const usualTls13Groups = tls13Groups.slice(1).map(({ id }) => id);

function legacyExtensions({ version, groups, schemes, resume }: HelloOffer): readonly Buffer[] {
  const isTls13 = version === 'TLSv1.3';
  return [
    ...(isTls13 ? [] : [extension(10, vector(2, codes(groups ?? usualLegacyGroups)))]),
    extension(11, vector(1, u8(0))), // ec_point_formats: uncompressed
    ...(version === 'TLSv1.2' ? [extension(13, vector(2, codes(schemes ?? legacySchemes)))] : []),
    extension(5, Buffer.from([1, 0, 0, 0, 0])), // status_request: OCSP
    ...(isTls13 ? [] : [extension(15, u8(1))]), // heartbeat, RFC 6520
    extension(22, Buffer.alloc(0)), // encrypt_then_mac
    extension(23, Buffer.alloc(0)), // extended_master_secret
    extension(35, resume?.ticket ?? Buffer.alloc(0)), // session_ticket
    extension(0xff01, vector(1)), // renegotiation_info, RFC 5746
  ];
}

function tls13Extensions(offer: HelloOffer, keyShare: Buffer): readonly Buffer[] {
  const { groups } = offer;
  const odd = has(offer, 'grease') ? [grease] : [];
  const versions = has(offer, 'with-tls12') ? ['0304', '0303'] : ['0304'];
  const share = Buffer.concat([
    ...odd.map((value) => Buffer.concat([codes([value]), vector(2, u8(0))])),
    codes(['001d']),
    vector(2, keyShare),
  ]);
  return [
    extension(43, vector(1, codes([...odd, ...versions]))),
    extension(10, vector(2, codes([...odd, ...(groups ?? usualTls13Groups)]))),
    extension(13, vector(2, codes(tls13Schemes))),
    extension(51, groups === undefined ? vector(2, share) : vector(2)),
    extension(45, vector(1, u8(1))), // psk_dhe_ke
  ];
}

function has({ traits = [] }: HelloOffer, trait: HelloTrait): boolean {
  return traits.includes(trait);
}

function extension(type: number | string, data: Buffer): Buffer {
  return Buffer.concat([typeof type === 'string' ? codes([type]) : u16(type), vector(2, data)]);
}

/** No ClientHello of an awkward size, unless that is what is to be tried. */
function padded(headLength: number, extensions: readonly Buffer[], wantsAwkward: boolean): Buffer {
  const block = vector(2, ...extensions);
  const length = handshakeHeader + headLength + block.length;
  const isAwkward = length >= awkward.from && length <= awkward.to;
  if (wantsAwkward ? length >= awkward.from : !isAwkward) return block;
  const padding = Buffer.alloc(Math.max(0, (wantsAwkward ? awkward.wanted : awkward.to + 1) - length - 4));
  return vector(2, ...extensions, extension(21, padding));
}

function codes(list: readonly string[]): Buffer {
  return Buffer.from(list.join(''), 'hex');
}
