import type { Facts, Protocol } from './protocol.ts';

const transaction = 0x4d6a;
const namesAt = 56;
const nameBytes = 18;

/** RFC 1002 §4.2.17: NODE STATUS REQUEST for `*`. */
const request = Buffer.concat([
  Buffer.from('4d6a00000001000000000000', 'hex'),
  Buffer.from(`\x20CK${'A'.repeat(30)}\0`, 'latin1'),
  Buffer.from('00210001', 'hex'),
]);

export const netbiosNs: Protocol = {
  name: 'netbios-ns',
  transport: 'udp',
  ports: [137],
  services: ['netbios-ns'],
  questions: [{ asked: 'node-status', say: request, read }],
};

function read(bytes: Buffer): Facts | undefined {
  const isStatus =
    bytes.length > namesAt &&
    bytes.readUInt16BE(0) === transaction &&
    ((bytes[2] ?? 0) & 0x80) !== 0 &&
    bytes.readUInt16BE(46) === 0x21;
  if (!isStatus) return undefined;
  const count = bytes[namesAt] ?? 0;
  const names: string[] = [];
  for (let index = 0; index < count; index++) {
    const at = namesAt + 1 + index * nameBytes;
    if (at + nameBytes > bytes.length) break;
    const name = bytes
      .toString('latin1', at, at + 15)
      .replaceAll(/[^\x20-\x7e]/g, '?')
      .trim();
    names.push(`${name}<${(bytes[at + 15] ?? 0).toString(16).padStart(2, '0')}>`);
  }
  const unitAt = namesAt + 1 + count * nameBytes;
  const unit = bytes.length >= unitAt + 6 ? bytes.toString('hex', unitAt, unitAt + 6) : '';
  return {
    names: [...new Set(names)].join(' ').slice(0, 500),
    ...(unit === '' ? {} : { hardwareAddress: unit }),
  };
}
