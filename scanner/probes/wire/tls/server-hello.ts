import { Cursor } from './bytes.ts';
import { type TlsVersion, versionNumbers, versionOf } from './versions.ts';

export interface ServerHello {
  /** What the server chose; undefined for a number that is no version. */
  readonly version: TlsVersion | undefined;
  /** IANA code point, four hex digits. */
  readonly cipher: string;
  readonly compression: number;
  /** By number; the data of the first one of each. */
  readonly extensions: ReadonlyMap<number, Buffer>;
}

const supportedVersions = 43;

/** Body of a ServerHello (RFC 8446 §4.1.3, RFC 5246 §7.4.1.3); a HelloRetryRequest is one too. @throws MalformedError */
export function parseServerHello(body: Buffer): ServerHello {
  const cursor = new Cursor(body);
  const legacyVersion = cursor.uint(2);
  cursor.take(32);
  cursor.vector(1);
  const cipher = cursor.take(2).toString('hex');
  const compression = cursor.uint(1);
  const extensions = cursor.left > 0 ? parseExtensions(cursor.vector(2)) : new Map<number, Buffer>();
  const selected = extensions.get(supportedVersions);
  const number = selected?.length === 2 ? selected.readUInt16BE(0) : legacyVersion;
  // 1.3 is only ever chosen in the extension.
  const version =
    number === versionNumbers['TLSv1.3'] && selected === undefined ? undefined : versionOf(number);
  return { version, cipher, compression, extensions };
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
