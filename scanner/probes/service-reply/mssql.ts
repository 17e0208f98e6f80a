import type { Facts, Protocol } from './protocol.ts';

const headerBytes = 8;
const encryption: Readonly<Record<number, string>> = { 0: 'login-only', 1: 'yes', 2: 'no', 3: 'required' };

/** TDS pre-login: https://learn.microsoft.com/openspecs/windows_protocols/ms-tds/60f56408-0188-4cd5-8b90-25c6f2423868 */
export const mssql: Protocol = {
  name: 'mssql',
  transport: 'tcp',
  ports: [1433],
  services: ['ms-sql-s'],
  questions: [{ asked: 'pre-login', say: preLogin(), isWhole, read: readPreLogin }],
};

/** VERSION, ENCRYPTION (off), and the end. */
function preLogin(): Buffer {
  const options = Buffer.from('00000b00060100110001ff', 'hex');
  const values = Buffer.from('09000000000000', 'hex');
  const header = Buffer.of(0x12, 1, 0, headerBytes + options.length + values.length, 0, 0, 1, 0);
  return Buffer.concat([header, options, values]);
}

function isWhole(bytes: Buffer): boolean {
  return bytes.length >= headerBytes && bytes.length >= bytes.readUInt16BE(2);
}

function readPreLogin(bytes: Buffer): Facts | undefined {
  if (!isWhole(bytes) || bytes[0] !== 4) return undefined;
  const body = bytes.subarray(headerBytes);
  const facts: Record<string, string> = {};
  for (let at = 0; at + 5 <= body.length && body[at] !== 0xff; at += 5) {
    const value = body.subarray(
      body.readUInt16BE(at + 1),
      body.readUInt16BE(at + 1) + body.readUInt16BE(at + 3),
    );
    if (body[at] === 0 && value.length >= 4) {
      facts.version = `${value[0]}.${value[1]}.${value.readUInt16BE(2)}`;
    }
    if (body[at] === 1 && value.length >= 1) facts.tls = encryption[value[0] ?? -1] ?? 'unknown';
  }
  return facts.tls === undefined ? undefined : facts;
}
