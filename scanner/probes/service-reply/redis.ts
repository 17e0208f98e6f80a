import type { Protocol } from './protocol.ts';

/** https://redis.io/docs/latest/develop/reference/protocol-spec/ : an inline PING. */
export const redis: Protocol = {
  name: 'redis',
  transport: 'tcp',
  ports: [6379, 6380],
  services: ['redis'],
  questions: [
    {
      asked: 'ping',
      say: Buffer.from('PING\r\n'),
      read: (bytes) => {
        const text = bytes.toString('latin1');
        if (text.startsWith('+PONG\r\n')) return { access: 'open' };
        if (text.startsWith('-NOAUTH')) return { access: 'password' };
        // Protected mode: reachable, and yet served to its own machine alone.
        return text.startsWith('-DENIED') ? { access: 'denied' } : undefined;
      },
    },
  ],
};
