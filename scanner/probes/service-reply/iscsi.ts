import type { Facts, Protocol } from './protocol.ts';

const headerBytes = 48;
const loginResponse = 0x23;

/**
 * RFC 7143 §11.12: the first message of a discovery session, which asks for no user and stays in the first stage:
 * the target answers with the authentication methods it takes.
 */
export const iscsi: Protocol = {
  name: 'iscsi',
  transport: 'tcp',
  ports: [3260],
  services: ['iscsi'],
  questions: [{ asked: 'login-methods', say: login(), isWhole, read }],
};

function login(): Buffer {
  const keys = ['InitiatorName=iqn.1994-05.example:enkaku', 'SessionType=Discovery', 'AuthMethod=CHAP,None'];
  const data = Buffer.from(keys.map((key) => `${key}\0`).join(''));
  const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
  const header = Buffer.alloc(headerBytes);
  header[0] = 0x43; // login request, immediate
  header.writeUIntBE(data.length, 5, 3);
  header.writeUInt16BE(0x8000, 8); // ISID of random type
  return Buffer.concat([header, padded]);
}

function isWhole(bytes: Buffer): boolean {
  return bytes.length >= headerBytes && bytes.length >= headerBytes + bytes.readUIntBE(5, 3);
}

function read(bytes: Buffer): Facts | undefined {
  if (!isWhole(bytes) || bytes[0] !== loginResponse) return undefined;
  const statusClass = bytes[36];
  if (statusClass !== 0) return { access: 'refused', status: `${statusClass}.${bytes[37]}` };
  const method = /(?:^|\0)AuthMethod=(\w{1,20})\0/.exec(bytes.toString('latin1', headerBytes))?.[1];
  return { access: method === 'None' ? 'open' : method === 'CHAP' ? 'password' : 'unknown' };
}
