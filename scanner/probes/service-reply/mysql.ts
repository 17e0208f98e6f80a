import type { Facts, Protocol } from './protocol.ts';

const clientSsl = 0x0800;

/** Its own greeting: https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_connection_phase_packets_protocol_handshake_v10.html */
export const mysql: Protocol = {
  name: 'mysql',
  transport: 'tcp',
  ports: [3306, 3307],
  services: ['mysql'],
  questions: [{ asked: 'connection', isWhole, read: readHandshake }],
};

function isWhole(bytes: Buffer): boolean {
  return bytes.length >= 4 && bytes.length >= 4 + bytes.readUIntLE(0, 3);
}

function readHandshake(bytes: Buffer): Facts | undefined {
  if (!isWhole(bytes) || (bytes[3] ?? 9) > 1) return undefined;
  const body = bytes.subarray(4);
  if (body[0] === 0xff) return readError(body);
  const end = body.indexOf(0, 1);
  const capabilitiesAt = end + 1 + 4 + 8 + 1;
  if (body[0] !== 10 || end === -1 || body.length < capabilitiesAt + 2) return undefined;
  return {
    access: 'password',
    version: body.toString('latin1', 1, end).slice(0, 80),
    tls: (body.readUInt16LE(capabilitiesAt) & clientSsl) === 0 ? 'no' : 'yes',
  };
}

/** 1130: the source is not permitted; 1129: it is blocked after errors. */
function readError(body: Buffer): Facts | undefined {
  if (body.length < 3) return undefined;
  const code = body.readUInt16LE(1);
  return code === 1130 || code === 1129 ? { access: 'denied', code: String(code) } : undefined;
}
