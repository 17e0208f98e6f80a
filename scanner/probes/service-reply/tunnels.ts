import type { Facts, Protocol } from './protocol.ts';

/** RFC 2637 §2.1: Start-Control-Connection-Request, and no call after it. */
export const pptp: Protocol = {
  name: 'pptp',
  transport: 'tcp',
  ports: [1723],
  services: ['pptp'],
  questions: [
    {
      asked: 'start-control',
      say: Buffer.concat([
        Buffer.from('009c00011a2b3c4d0001000001000000000000010000000100000000', 'hex'),
        padded('enkaku'),
        padded(''),
      ]),
      isWhole: (bytes) => bytes.length >= 156,
      read: (bytes): Facts | undefined => {
        const isReply =
          bytes.length >= 156 && bytes.readUInt32BE(4) === 0x1a2b_3c4d && bytes.readUInt16BE(8) === 2;
        if (!isReply) return undefined;
        return {
          result: String(bytes[14]),
          firmware: String(bytes.readUInt16BE(26)),
          hostname: textOf(bytes.subarray(28, 92)),
          vendor: textOf(bytes.subarray(92, 156)),
        };
      },
    },
  ],
};

function padded(text: string): Buffer {
  const field = Buffer.alloc(64);
  field.write(text);
  return field;
}

const textOf = (field: Buffer) =>
  field
    .toString('latin1')
    .replace(/\0.*$/s, '')
    .replaceAll(/[^\x20-\x7e]/g, '?');

const tunnel = 0x4d6a;

/** RFC 2661 §6.1: SCCRQ. The tunnel is left half open, and goes by itself after a few seconds. */
function sccrq(): Buffer {
  const avp = (kind: number, value: Buffer) => {
    const head = Buffer.alloc(6);
    head.writeUInt16BE(0x8000 | (6 + value.length));
    head.writeUInt16BE(kind, 4);
    return Buffer.concat([head, value]);
  };
  const body = Buffer.concat([
    avp(0, Buffer.from('0001', 'hex')),
    avp(2, Buffer.from('0100', 'hex')),
    avp(3, Buffer.from('00000003', 'hex')),
    avp(7, Buffer.from('enkaku')),
    avp(9, Buffer.from(tunnel.toString(16), 'hex')),
  ]);
  const header = Buffer.from('c80200000000000000000000', 'hex');
  header.writeUInt16BE(header.length + body.length, 2);
  return Buffer.concat([header, body]);
}

export const l2tp: Protocol = {
  name: 'l2tp',
  transport: 'udp',
  ports: [1701],
  services: ['l2tp', 'L2TP'],
  questions: [{ asked: 'start-control', say: sccrq(), read: readL2tp }],
};

function readL2tp(bytes: Buffer): Facts | undefined {
  const isControl =
    bytes.length >= 12 &&
    (bytes.readUInt16BE(0) & 0xc80f) === 0xc802 &&
    bytes.readUInt16BE(2) <= bytes.length &&
    bytes.readUInt16BE(4) === tunnel;
  if (!isControl) return undefined;
  const values = new Map<number, Buffer>();
  for (let at = 12; at + 6 <= bytes.length; ) {
    const length = bytes.readUInt16BE(at) & 0x3ff;
    if (length < 6 || at + length > bytes.length) break;
    values.set(bytes.readUInt16BE(at + 4), bytes.subarray(at + 6, at + length));
    at += length;
  }
  const [kind, hostname, vendor] = [0, 7, 8].map((key) => values.get(key));
  return {
    message: kind?.length === 2 ? String(kind.readUInt16BE(0)) : 'acknowledgement',
    ...(hostname === undefined ? {} : { hostname: textOf(hostname).slice(0, 64) }),
    ...(vendor === undefined ? {} : { vendor: textOf(vendor).slice(0, 64) }),
  };
}

const session = Buffer.from('456e6b616b754d6a', 'hex');
/** https://openvpn.net/community-resources/openvpn-protocol/ : P_CONTROL_HARD_RESET_CLIENT_V2, packet 0. */
const hardReset = Buffer.concat([Buffer.of(0x38), session, Buffer.alloc(5)]);

/** P_CONTROL_HARD_RESET_SERVER_V2 that acknowledges our session. With tls-auth or tls-crypt it says nothing. */
function readReset(bytes: Buffer): Facts | undefined {
  const isReset = bytes.length >= 26 && bytes.length <= 64 && (bytes[0] ?? 0) >> 3 === 8;
  return isReset && bytes.includes(session, 9) ? { reset: 'server-v2' } : undefined;
}

export const openvpn: Protocol = {
  name: 'openvpn',
  transport: 'udp',
  ports: [1194],
  services: ['openvpn'],
  questions: [{ asked: 'hard-reset', say: hardReset, read: readReset }],
};

const framed = Buffer.concat([Buffer.of(0, hardReset.length), hardReset]);

export const openvpnTcp: Protocol = {
  ...openvpn,
  transport: 'tcp',
  questions: [
    {
      asked: 'hard-reset',
      say: framed,
      isWhole: (bytes) => bytes.length >= 2 && bytes.length >= 2 + bytes.readUInt16BE(0),
      read: (bytes) => readReset(bytes.subarray(2)),
    },
  ],
};
