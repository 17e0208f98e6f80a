import type { Facts, Protocol, Question } from './protocol.ts';

/** RFC 1002 §4.3.1: a length of 24 bits goes before each message. */
function framed(message: Buffer): Buffer {
  const header = Buffer.alloc(4);
  header.writeUInt32BE(message.length);
  return Buffer.concat([header, message]);
}

const isWhole = (bytes: Buffer) => bytes.length >= 4 && bytes.length >= 4 + bytes.readUIntBE(1, 3);

/** MS-CIFS §2.2.4.52: negotiate, with the one dialect of version 1. */
const version1: Question = {
  asked: 'negotiate-v1',
  say: framed(
    Buffer.concat([
      Buffer.from('ff534d4272000000001801c80000000000000000000000000000fffe00000000', 'hex'),
      Buffer.from('000c00', 'hex'),
      Buffer.from('\x02NT LM 0.12\0', 'latin1'),
    ]),
  ),
  isWhole,
  read: (bytes): Facts | undefined => {
    const message = bytes.subarray(4);
    if (message.toString('latin1', 0, 5) !== '\xffSMBr' || message.length < 37) return undefined;
    const isChosen = message[32] === 17 && message.readUInt16LE(33) === 0;
    if (!isChosen) return { version1: 'refused' };
    const mode = message[35] ?? 0;
    return {
      version1: 'spoken',
      signing: (mode & 8) === 0 ? ((mode & 4) === 0 ? 'off' : 'optional') : 'required',
    };
  },
};

const dialects = [0x0202, 0x0210, 0x0300, 0x0302, 0x0311];

/** MS-SMB2 §2.2.3 and §2.2.3.1: negotiate versions 2.0.2 to 3.1.1, with one kind of integrity as 3.1.1 demands. */
function negotiate2(): Buffer {
  const header = Buffer.alloc(64);
  Buffer.from('fe534d424000', 'hex').copy(header);
  header.writeUInt16LE(1, 14); // one credit
  const body = Buffer.alloc(36);
  body.writeUInt16LE(36, 0);
  body.writeUInt16LE(dialects.length, 2);
  body.writeUInt16LE(1, 4); // signing enabled
  Buffer.from('456e6b616b75', 'hex').copy(body, 12);
  const list = Buffer.alloc(dialects.length * 2);
  for (const [index, dialect] of dialects.entries()) list.writeUInt16LE(dialect, index * 2);
  const unpadded = header.length + body.length + list.length;
  const padding = Buffer.alloc((8 - (unpadded % 8)) % 8);
  body.writeUInt32LE(unpadded + padding.length, 28);
  body.writeUInt16LE(1, 32);
  const salt = Buffer.alloc(32, 0x4d);
  const integrity = Buffer.concat([
    Buffer.from('01002600000000000100200001 00'.replaceAll(' ', ''), 'hex'),
    salt,
  ]);
  return framed(Buffer.concat([header, body, list, padding, integrity]));
}

const version2: Question = {
  asked: 'negotiate-v2',
  say: negotiate2(),
  isWhole,
  read: (bytes): Facts | undefined => {
    const message = bytes.subarray(4);
    if (message.toString('latin1', 0, 4) !== '\xfeSMB' || message.length < 64 + 8) return undefined;
    if (message.readUInt32LE(8) !== 0) return { dialect: 'refused' };
    return {
      dialect: message.readUInt16LE(68).toString(16).padStart(4, '0'),
      signing: ((message[66] ?? 0) & 2) === 0 ? 'optional' : 'required',
    };
  },
};

export const smb: Protocol = {
  name: 'smb',
  transport: 'tcp',
  ports: [445],
  services: ['microsoft-ds'],
  questions: [version1, version2],
};
