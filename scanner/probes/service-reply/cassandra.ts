import type { Facts, Protocol } from './protocol.ts';

const headerBytes = 9;
const startup = 1;
const opcodes: Readonly<Record<number, Facts>> = {
  2: { access: 'open' }, // READY
  3: { access: 'password' }, // AUTHENTICATE
  0: { access: 'refused' }, // ERROR
};

/** CQL native protocol v3, STARTUP: https://cassandra.apache.org/doc/latest/cassandra/reference/native-protocol.html */
export const cassandra: Protocol = {
  name: 'cassandra',
  transport: 'tcp',
  ports: [9042],
  services: ['cassandra-native', 'cassandra'],
  questions: [
    {
      asked: 'startup',
      say: frame(startup, stringMap({ CQL_VERSION: '3.0.0' })),
      isWhole: (bytes) => bytes.length >= headerBytes && bytes.length >= headerBytes + bytes.readUInt32BE(5),
      read: (bytes) => {
        const isResponse = bytes.length >= headerBytes && (bytes[0] ?? 0) >= 0x81 && (bytes[0] ?? 0) <= 0x86;
        return isResponse ? opcodes[bytes[4] ?? -1] : undefined;
      },
    },
  ],
};

function frame(opcode: number, body: Buffer): Buffer {
  const header = Buffer.of(3, 0, 0, 0, opcode, 0, 0, 0, 0);
  header.writeUInt32BE(body.length, 5);
  return Buffer.concat([header, body]);
}

function stringMap(entries: Readonly<Record<string, string>>): Buffer {
  const pairs = Object.entries(entries).flat().map(shortString);
  return Buffer.concat([Buffer.of(0, pairs.length / 2), ...pairs]);
}

function shortString(text: string): Buffer {
  return Buffer.concat([Buffer.of(0, text.length), Buffer.from(text)]);
}
