/** One choice of IKEv1, in the numbers of RFC 2409 appendix A; `bits` 0 where the cipher has one length only. */
export interface Transform {
  readonly cipher: number;
  readonly bits: number;
  readonly hash: number;
  readonly auth: number;
  readonly group: number;
}

/** What a gateway answered: a choice, or a notification why not. */
export interface IkeAnswer extends Partial<Transform> {
  readonly version: 1 | 2;
  /** 2 main mode, 4 aggressive mode, 5 informational, 34 IKE_SA_INIT. */
  readonly exchange: number;
  readonly notify?: number;
  readonly vendors: readonly string[];
}

const headerBytes = 28;
const ourCookie = Buffer.from('456e6b616b754d6a', 'hex');
const exchanges = { main: 2, aggressive: 4, saInit: 34 } as const;
const payloads = {
  sa: 1,
  key: 4,
  id: 5,
  vendor: 13,
  notify: 11,
  nonce: 10,
  sa2: 33,
  key2: 34,
  nonce2: 40,
  notify2: 41,
  vendor2: 43,
} as const;

interface Payload {
  readonly kind: number;
  readonly body: Buffer;
}

function message(version: 0x10 | 0x20, exchange: number, parts: readonly Payload[]): Buffer {
  const body = parts.map(({ body }, index) => {
    const head = Buffer.alloc(4);
    head[0] = parts[index + 1]?.kind ?? 0;
    head.writeUInt16BE(body.length + 4, 2);
    return Buffer.concat([head, body]);
  });
  const header = Buffer.alloc(headerBytes);
  ourCookie.copy(header);
  header[16] = parts[0]?.kind ?? 0;
  header[17] = version;
  header[18] = exchange;
  header[19] = version === 0x20 ? 8 : 0; // initiator
  header.writeUInt32BE(headerBytes + body.reduce((sum, { length }) => sum + length, 0), 24);
  return Buffer.concat([header, ...body]);
}

/** RFC 2408 §3.5 and §3.6: one proposal with these transforms. */
function offer(transforms: readonly Transform[]): Payload {
  const list = transforms.map(({ cipher, bits, hash, auth, group }, index) => {
    const attributes = [
      [1, cipher],
      [2, hash],
      [3, auth],
      [4, group],
      ...(bits === 0 ? [] : [[14, bits]]),
      [11, 1],
      [12, 28_800],
    ];
    const body = Buffer.concat(attributes.map(([kind = 0, value = 0]) => u16(0x8000 | kind, value)));
    const head = Buffer.of(index === transforms.length - 1 ? 0 : 3, 0, 0, 0, index + 1, 1, 0, 0);
    head.writeUInt16BE(8 + body.length, 2);
    return Buffer.concat([head, body]);
  });
  const proposal = Buffer.of(0, 0, 0, 0, 1, 1, 0, transforms.length);
  proposal.writeUInt16BE(8 + list.reduce((sum, { length }) => sum + length, 0), 2);
  return {
    kind: payloads.sa,
    body: Buffer.concat([Buffer.from('0000000100000001', 'hex'), proposal, ...list]),
  };
}

function u16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeUInt16BE(value, index * 2);
  return bytes;
}

export function mainMode(transforms: readonly Transform[]): Buffer {
  return message(0x10, exchanges.main, [offer(transforms)]);
}

/** RFC 2409 §5.4; all transforms have to be of the group of the key, which is 1024 bits here. */
export function aggressiveMode(transforms: readonly Transform[], id: string): Buffer {
  const identity = Buffer.concat([Buffer.from('02000000', 'hex'), Buffer.from(id)]);
  return message(0x10, exchanges.aggressive, [
    offer(transforms.filter(({ group }) => group === 2)),
    { kind: payloads.key, body: publicValue(128) },
    { kind: payloads.nonce, body: Buffer.alloc(20, 0x4d) },
    { kind: payloads.id, body: identity },
  ]);
}

/** A number below any prime of that length; nothing is computed from it, since the exchange is never finished. */
function publicValue(bytes: number): Buffer {
  return Buffer.alloc(bytes, 0x5a);
}

/** RFC 7296 §3.3: transforms of each kind, with one group and its key exchange. */
export function saInit(group: number, keyBytes: number): Buffer {
  const kinds: readonly (readonly [kind: number, id: number, bits?: number])[] = [
    ...([
      [1, 12, 256],
      [1, 12, 128],
      [1, 3],
    ] as const), // AES-CBC, 3DES
    ...([
      [2, 5],
      [2, 2],
      [2, 1],
    ] as const), // PRF: SHA2-256, SHA-1, MD5
    ...([
      [3, 12],
      [3, 2],
      [3, 1],
    ] as const), // integrity: SHA2-256, SHA-1, MD5
    [4, group],
  ];
  const list = kinds.map(([kind, id, bits], index) => {
    const attribute = bits === undefined ? Buffer.alloc(0) : u16(0x800e, bits);
    const head = Buffer.of(index === kinds.length - 1 ? 0 : 3, 0, 0, 8 + attribute.length, kind, 0, 0, id);
    return Buffer.concat([head, attribute]);
  });
  const proposal = Buffer.of(0, 0, 0, 0, 1, 1, 0, kinds.length);
  proposal.writeUInt16BE(8 + list.reduce((sum, { length }) => sum + length, 0), 2);
  return message(0x20, exchanges.saInit, [
    { kind: payloads.sa2, body: Buffer.concat([proposal, ...list]) },
    { kind: payloads.key2, body: Buffer.concat([u16(group, 0), publicValue(keyBytes)]) },
    { kind: payloads.nonce2, body: Buffer.alloc(32, 0x4d) },
  ]);
}

/** Undefined unless it is an answer to our cookie. Never throws. */
export function readIke(bytes: Buffer): IkeAnswer | undefined {
  const version = (bytes[17] ?? 0) >> 4;
  const isOurs = bytes.length >= headerBytes && bytes.subarray(0, 8).equals(ourCookie);
  if (!isOurs || (version !== 1 && version !== 2) || bytes.readUInt32BE(24) > bytes.length) return undefined;
  const parts = payloadsIn(bytes);
  const first = (...kinds: number[]) => parts.find(({ kind }) => kinds.includes(kind))?.body;
  const sa = version === 1 ? first(payloads.sa) : first(payloads.sa2);
  const notify = version === 1 ? first(payloads.notify) : first(payloads.notify2);
  const code = notify === undefined ? undefined : notifyCode(version, notify);
  return {
    version,
    exchange: bytes[18] ?? 0,
    ...(sa === undefined ? {} : version === 1 ? chosenIn(sa) : chosenIn2(sa)),
    ...(code === undefined ? {} : { notify: code }),
    vendors: parts
      .filter(({ kind }) => kind === payloads.vendor || kind === payloads.vendor2)
      .slice(0, 12)
      .map(({ body }) => body.toString('hex', 0, 20)),
  };
}

function payloadsIn(bytes: Buffer): readonly Payload[] {
  const parts: Payload[] = [];
  let kind = bytes[16] ?? 0;
  for (let at = headerBytes; kind !== 0 && at + 4 <= bytes.length && parts.length < 32; ) {
    const length = bytes.readUInt16BE(at + 2);
    if (length < 4 || at + length > bytes.length) break;
    parts.push({ kind, body: bytes.subarray(at + 4, at + length) });
    kind = bytes[at] ?? 0;
    at += length;
  }
  return parts;
}

/** RFC 2408 §3.14: after the DOI; RFC 7296 §3.10. */
function notifyCode(version: 1 | 2, body: Buffer): number | undefined {
  const at = version === 1 ? 6 : 2;
  return body.length >= at + 2 ? body.readUInt16BE(at) : undefined;
}

const names: Readonly<Record<number, keyof Transform>> = {
  1: 'cipher',
  2: 'hash',
  3: 'auth',
  4: 'group',
  14: 'bits',
};

/** The attributes of the one transform that a responder returns. */
function chosenIn(sa: Buffer): Partial<Transform> {
  const chosen: Partial<Record<keyof Transform, number>> = {};
  const transformAt = 8 + 8 + (sa[14] ?? 0);
  for (let at = transformAt + 8; at + 4 <= sa.length; ) {
    const kind = sa.readUInt16BE(at);
    if ((kind & 0x8000) === 0) {
      at += 4 + sa.readUInt16BE(at + 2);
      continue;
    }
    const name = names[kind & 0x7fff];
    if (name !== undefined) chosen[name] = sa.readUInt16BE(at + 2);
    at += 4;
  }
  return chosen;
}

/** RFC 7296 §3.3.2: the responder's transforms, by kind. */
function chosenIn2(sa: Buffer): Partial<Transform> {
  const chosen: Partial<Record<keyof Transform, number>> = {};
  for (let at = 8 + (sa[6] ?? 0); at + 8 <= sa.length; ) {
    const length = sa.readUInt16BE(at + 2);
    if (length < 8) break;
    const kind = sa[at + 4];
    const id = sa.readUInt16BE(at + 6);
    if (kind === 1) chosen.cipher = id;
    if (kind === 2) chosen.hash = id;
    if (kind === 4) chosen.group = id;
    if (kind === 1 && length >= 12 && at + 12 <= sa.length) chosen.bits = sa.readUInt16BE(at + 10);
    at += length;
  }
  return chosen;
}
