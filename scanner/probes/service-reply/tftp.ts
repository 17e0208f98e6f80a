import type { Protocol } from './protocol.ts';

/** RFC 1350 §5: a file that nobody has. The error comes from a port of its own, and nothing is transferred. */
const request = Buffer.concat([Buffer.of(0, 1), Buffer.from('enkaku-no-such-file\0octet\0')]);

export const tftp: Protocol = {
  name: 'tftp',
  transport: 'udp',
  ports: [69],
  services: ['tftp'],
  questions: [
    {
      asked: 'read-missing-file',
      say: request,
      anyPort: true,
      read: (bytes) => {
        if (bytes.length < 5 || bytes.readUInt16BE(0) !== 5) return undefined;
        const code = bytes.readUInt16BE(2);
        return code <= 8 ? { error: String(code) } : undefined;
      },
    },
  ],
};
