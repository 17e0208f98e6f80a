import { Cursor } from './bytes.ts';
import { type TlsVersion, versionNumbers, versionOf } from './versions.ts';

export interface ServerHello {
  /** What the server chose; undefined for a number that is no version. */
  readonly version: TlsVersion | undefined;
  readonly random: Buffer;
  readonly sessionId: Buffer;
  /** IANA code point, four hex digits. */
  readonly cipher: string;
  readonly compression: number;
  /** By number; the data of the first one of each. */
  readonly extensions: ReadonlyMap<number, Buffer>;
}

/** Numbers of the extensions that are looked for. */
export const extensionTypes = {
  heartbeat: 15,
  alpn: 16,
  timestamps: 18,
  encryptThenMac: 22,
  extendedMasterSecret: 23,
  sessionTicket: 35,
  supportedVersions: 43,
  keyShare: 51,
  renegotiationInfo: 0xff01,
} as const;

/** Body of a ServerHello (RFC 8446 §4.1.3, RFC 5246 §7.4.1.3); a HelloRetryRequest is one too. @throws MalformedError */
export function parseServerHello(body: Buffer): ServerHello {
  const cursor = new Cursor(body);
  const legacyVersion = cursor.uint(2);
  const random = cursor.take(32);
  const sessionId = cursor.vector(1);
  const cipher = cursor.take(2).toString('hex');
  const compression = cursor.uint(1);
  const extensions = cursor.left > 0 ? parseExtensions(cursor.vector(2)) : new Map<number, Buffer>();
  const selected = extensions.get(extensionTypes.supportedVersions);
  const number = selected?.length === 2 ? selected.readUInt16BE(0) : legacyVersion;
  // 1.3 is only ever chosen in the extension.
  const version =
    number === versionNumbers['TLSv1.3'] && selected === undefined ? undefined : versionOf(number);
  return { version, random, sessionId, cipher, compression, extensions };
}

function parseExtensions(block: Buffer): ReadonlyMap<number, Buffer> {
  const cursor = new Cursor(block);
  const extensions = new Map<number, Buffer>();
  while (cursor.left > 0) {
    const type = cursor.uint(2);
    const data = cursor.vector(2);
    if (!extensions.has(type)) extensions.set(type, data);
  }
  return extensions;
}

/** The group that a TLS 1.3 server chose, in its share or in a HelloRetryRequest (RFC 8446 §4.2.8). */
export function selectedGroup({ extensions }: ServerHello): string | undefined {
  const share = extensions.get(extensionTypes.keyShare);
  return share !== undefined && share.length >= 2 ? share.toString('hex', 0, 2) : undefined;
}

/** The protocol chosen by ALPN (RFC 7301 §3.1), where the server answers in the clear. */
export function selectedProtocol({ extensions }: ServerHello): string | undefined {
  const list = extensions.get(extensionTypes.alpn);
  return list === undefined || list.length < 4 ? undefined : list.toString('latin1', 3, 3 + (list[2] ?? 0));
}
