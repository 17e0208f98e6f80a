import type { Protocol } from './protocol.ts';

/** RFC 1928 §3: which method the proxy chooses when none is offered but "no authentication". Nothing is relayed. */
export const socks: Protocol = {
  name: 'socks',
  transport: 'tcp',
  ports: [1080],
  services: ['socks5', 'socks', 'socks-proxy'],
  questions: [
    {
      asked: 'methods',
      say: Buffer.of(5, 1, 0),
      isWhole: (bytes) => bytes.length >= 2,
      read: (bytes) => {
        if (bytes.length !== 2 || bytes[0] !== 5) return undefined;
        if (bytes[1] === 0) return { access: 'open' };
        return bytes[1] === 0xff ? { access: 'password' } : undefined;
      },
    },
  ],
};
