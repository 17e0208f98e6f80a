import type { Protocol } from './protocol.ts';

const sslRequest = Buffer.from('0000000804d2162f', 'hex');

/** SSLRequest: https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-SSL */
export const postgresql: Protocol = {
  name: 'postgresql',
  transport: 'tcp',
  ports: [5432, 5433],
  services: ['postgresql'],
  questions: [
    {
      asked: 'ssl-request',
      say: sslRequest,
      isWhole: (bytes) => bytes.length >= 1,
      read: (bytes) => {
        if (bytes.length !== 1) return undefined;
        const answers: Readonly<Record<number, string>> = { 83: 'yes', 78: 'no' };
        const tls = answers[bytes[0] ?? 0];
        return tls === undefined ? undefined : { tls };
      },
    },
  ],
};
