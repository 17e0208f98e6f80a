import type { Facts, Protocol, Question } from './protocol.ts';

/** MS-RDPBCGR §2.2.1.1.1: what the client would like; 0 is RDP's own security, 1 TLS, 2 CredSSP (NLA). */
const wishes = { standard: 0, tls: 1, nla: 3 } as const;

/** §2.2.1.1: a connection request and nothing after it. No user name, no session. */
function connectionRequest(asked: keyof typeof wishes): Question {
  const request = Buffer.from('030000130ee000000000000100080000000000', 'hex');
  request.writeUInt32LE(wishes[asked], 15);
  return { asked, say: request, isWhole, read };
}

const isWhole = (bytes: Buffer) => bytes.length >= 4 && bytes.length >= bytes.readUInt16BE(2);

/** §2.2.1.2.1 and §2.2.1.2.2. */
const chosen: Readonly<Record<number, string>> = { 0: 'standard', 1: 'tls', 2: 'nla', 8: 'nla' };
const failures: Readonly<Record<number, string>> = {
  1: 'ssl-required',
  2: 'ssl-not-allowed',
  3: 'no-certificate',
  4: 'inconsistent',
  5: 'nla-required',
  6: 'ssl-with-user-auth-required',
};

function read(bytes: Buffer): Facts | undefined {
  if (bytes.length < 11 || bytes[0] !== 3 || bytes[5] !== 0xd0 || !isWhole(bytes)) return undefined;
  // A server of Windows Server 2003 and before confirms without a word about security: RDP's own it is.
  if (bytes.length < 19) return { selected: 'standard' };
  const value = bytes.readUInt32LE(15);
  if (bytes[11] === 2) return { selected: chosen[value] ?? `${value}` };
  return bytes[11] === 3 ? { refused: failures[value] ?? `${value}` } : undefined;
}

export const rdp: Protocol = {
  name: 'rdp',
  transport: 'tcp',
  ports: [3389],
  services: ['ms-wbt-server'],
  questions: [connectionRequest('standard'), connectionRequest('tls'), connectionRequest('nla')],
};
