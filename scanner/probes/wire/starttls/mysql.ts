import { Cursor, MalformedError } from '../tls/bytes.ts';
import type { Heard, Starttls } from './exchange.ts';

const [protocol10, errorPacket] = [10, 0xff];
const clientSsl = 0x0800;
/** CLIENT_SSL, CLIENT_PROTOCOL_41, CLIENT_SECURE_CONNECTION. */
const capabilities = 0x0800 | 0x0200 | 0x8000;
const maxGreeting = 4096;
const utf8 = 33;

/** SSLRequest in answer to the greeting (MySQL protocol, Connection Phase). */
export const mysql: Starttls = [
  { say: null, hear: greeting },
  { say: sslRequest, hear: () => 'go-on' },
];

function greeting(received: Buffer): Heard {
  if (received.length < 5) return 'more';
  const length = received.readUIntLE(0, 3);
  if (length < 1 || length > maxGreeting || received[3] !== 0) return 'garbled';
  if (received.length < 4 + length) return 'more';
  try {
    return offersTls(new Cursor(received.subarray(4, 4 + length)));
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error;
    return 'garbled';
  }
}

function offersTls(packet: Cursor): Heard {
  const kind = packet.uint(1);
  if (kind === errorPacket) return 'blocked';
  if (kind !== protocol10) return 'garbled';
  while (packet.uint(1) !== 0) {} // the version, up to its NUL
  packet.take(4 + 8 + 1); // connection id, first half of the salt, filler
  return (packet.take(2).readUInt16LE(0) & clientSsl) === 0 ? 'no-tls' : 'go-on';
}

function sslRequest(): Buffer {
  const packet = Buffer.alloc(4 + 32);
  packet.writeUIntLE(32, 0, 3);
  packet[3] = 1;
  packet.writeUInt32LE(capabilities, 4);
  packet.writeUInt32LE(2 ** 24 - 1, 8);
  packet[12] = utf8;
  return packet;
}
