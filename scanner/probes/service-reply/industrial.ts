import type { Facts, Protocol } from './protocol.ts';

/** Only with consent: old controllers may halt at a question. Each is one request for a name, and changes nothing. */
const optIn = 'industrial';

const request = Buffer.from('4d6a00000005002b0e0100', 'hex');

/** Modbus Application Protocol v1.1b3 §6.21: read device identification, basic, from the first object. */
export const modbus: Protocol = {
  name: 'modbus',
  transport: 'tcp',
  ports: [502],
  services: ['modbus'],
  optIn,
  questions: [
    {
      asked: 'device-identification',
      say: request,
      isWhole: (bytes) => bytes.length >= 6 && bytes.length >= 6 + bytes.readUInt16BE(4),
      read: (bytes) => {
        if (bytes.length < 9 || bytes.readUInt32BE(0) !== 0x4d6a_0000) return undefined;
        // An exception is an answer of a controller as well.
        const isKnown = (bytes[7] === 0x2b && bytes.length > request.length) || bytes[7] === 0xab;
        return isKnown ? { identification: printable(bytes.subarray(9)) } : undefined;
      },
    },
  ],
};

/** ISO 8073 connection request to slot 2 (TSAP 01.02): the answer alone shows an S7 controller's front door. */
export const s7: Protocol = {
  name: 's7',
  transport: 'tcp',
  ports: [102],
  services: ['iso-tsap'],
  optIn,
  questions: [
    {
      asked: 'connection-request',
      say: Buffer.from('0300001611e00000001400c1020100c2020102c0010a', 'hex'),
      read: (bytes) =>
        bytes.length >= 7 && bytes[0] === 3 && bytes[5] === 0xd0 ? { answer: 'confirmed' } : undefined,
    },
  ],
};

/** ASHRAE 135: ReadProperty of the device's own object identifier. */
export const bacnet: Protocol = {
  name: 'bacnet',
  transport: 'udp',
  ports: [47_808],
  services: ['bacnet'],
  optIn,
  questions: [
    {
      asked: 'object-identifier',
      say: Buffer.from('810a001101040005010c0c023fffff194b', 'hex'),
      read: (bytes): Facts | undefined =>
        bytes.length >= 9 && bytes[0] === 0x81 && bytes.readUInt16BE(2) === bytes.length && isAnswer(bytes)
          ? { answer: 'device' }
          : undefined,
    },
  ],
};

function printable(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replaceAll(/[^\x20-\x7e]+/g, ' ')
    .trim()
    .slice(0, 200);
}

/** Its APDU is no request: simple or complex acknowledgement, error, reject, abort. */
function isAnswer(bytes: Buffer): boolean {
  return (bytes[6] ?? 0) >> 4 >= 2;
}
