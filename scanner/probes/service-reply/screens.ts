import type { Facts, Protocol } from './protocol.ts';

/** RFC 6143 §7.1.2: the kinds of security that the server offers; none of them is begun. */
export const vnc: Protocol = {
  name: 'vnc',
  transport: 'tcp',
  ports: [5900, 5901, 5902],
  services: ['vnc'],
  questions: [
    {
      asked: 'security-types',
      next: (soFar, turn) => {
        const version = rfbVersion(soFar);
        return turn === 0 && version !== undefined
          ? Buffer.from(`RFB 003.${answerTo(version)}\n`)
          : undefined;
      },
      isWhole: (bytes) => securityTypes(bytes) !== undefined,
      read: readSecurityTypes,
    },
  ],
};

function rfbVersion(bytes: Buffer): string | undefined {
  return /^RFB (\d{3}\.\d{3})\n/.exec(bytes.toString('latin1', 0, 12))?.[1];
}

/** A client never answers with more than the server has (§7.1.1). */
function answerTo(version: string): string {
  return version >= '003.008' ? '008' : version === '003.007' ? '007' : '003';
}

const kinds: Readonly<Record<number, string>> = {
  0: 'invalid',
  1: 'none',
  2: 'password',
  16: 'tight',
  18: 'tls',
  19: 'vencrypt',
};

function readSecurityTypes(bytes: Buffer): Facts | undefined {
  const version = rfbVersion(bytes);
  if (version === undefined) return undefined;
  const types = securityTypes(bytes);
  if (types === undefined) return { version };
  return { version, types: types.join(' '), access: types.includes('none') ? 'open' : 'password' };
}

function securityTypes(bytes: Buffer): readonly string[] | undefined {
  const list = bytes.subarray(12);
  const isOldest = answerTo(rfbVersion(bytes) ?? '') === '003';
  const codes = isOldest ? oneCode(list) : listedCodes(list);
  return codes?.map((code) => kinds[code] ?? String(code));
}

/** Version 3.3: the server decides, in 32 bits. */
const oneCode = (bytes: Buffer) => (bytes.length >= 4 ? [bytes.readUInt32BE(0)] : undefined);

function listedCodes(bytes: Buffer): readonly number[] | undefined {
  const count = bytes[0];
  if (count === undefined || bytes.length < 1 + count) return undefined;
  return count === 0 ? [0] : [...bytes.subarray(1, 1 + count)];
}

/** X Window System Protocol §8: connection setup without an authorisation; the display is left at once. */
export const x11: Protocol = {
  name: 'x11',
  transport: 'tcp',
  ports: [6000, 6001],
  services: ['X11'],
  questions: [
    {
      asked: 'setup',
      say: Buffer.from('6c000b000000000000000000', 'hex'),
      isWhole: (bytes) => bytes.length >= 8,
      read: (bytes): Facts | undefined => {
        const isSetup = bytes.length >= 8 && bytes.readUInt16LE(2) === 11;
        if (!isSetup) return undefined;
        if (bytes[0] === 1) return bytes.length >= 32 ? { access: 'open' } : undefined;
        return bytes[0] === 0 || bytes[0] === 2 ? { access: 'denied' } : undefined;
      },
    },
  ],
};

/** X Display Manager Control Protocol §5: Query without authentication; Willing and Unwilling both show it. */
export const xdmcp: Protocol = {
  name: 'xdmcp',
  transport: 'udp',
  ports: [177],
  services: ['xdmcp'],
  questions: [
    {
      asked: 'query',
      say: Buffer.from('00010002000100', 'hex'),
      read: (bytes): Facts | undefined => {
        const isAnswer =
          bytes.length >= 6 && bytes.readUInt16BE(0) === 1 && bytes.length === 6 + bytes.readUInt16BE(4);
        const code = isAnswer ? bytes.readUInt16BE(2) : 0;
        return code === 5 ? { willing: 'yes' } : code === 6 ? { willing: 'no' } : undefined;
      },
    },
  ],
};

/** Its own greeting, which tells the version of ESX or Workstation. */
export const vmwareAuthd: Protocol = {
  name: 'vmware-authd',
  transport: 'tcp',
  ports: [902],
  services: ['vmware-auth', 'ssl/vmware-auth'],
  questions: [
    {
      asked: 'connection',
      isWhole: (bytes) => bytes.includes('\n'),
      read: (bytes): Facts | undefined => {
        const version = /^220 VMware Authentication Daemon Version ([\d.]{1,20})/.exec(
          bytes.toString('latin1'),
        )?.[1];
        return version === undefined ? undefined : { version };
      },
    },
  ],
};
