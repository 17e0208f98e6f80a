import type { Facts, Protocol } from './protocol.ts';

const marker = Buffer.alloc(16, 0xff);
const kinds: Readonly<Record<number, string>> = { 1: 'open', 3: 'notification', 4: 'keepalive' };

/**
 * RFC 4271 §4.2: one OPEN of a system that is nobody's (23456, RFC 6793; the router's name is of RFC 5737). A router
 * that does not know us says so, or hangs up.
 */
export const bgp: Protocol = {
  name: 'bgp',
  transport: 'tcp',
  ports: [179],
  services: ['bgp'],
  questions: [
    {
      asked: 'open',
      say: Buffer.concat([marker, Buffer.from('001d01045ba0005ac000020100', 'hex')]),
      isWhole: (bytes) => bytes.length >= 19,
      read: (bytes): Facts | undefined => {
        if (bytes.length < 19 || !bytes.subarray(0, 16).equals(marker)) return undefined;
        const kind = kinds[bytes[18] ?? 0];
        if (kind === undefined) return undefined;
        const system =
          kind === 'open' && bytes.length >= 22 ? { system: String(bytes.readUInt16BE(20)) } : {};
        return { message: kind, ...system };
      },
    },
  ],
};
