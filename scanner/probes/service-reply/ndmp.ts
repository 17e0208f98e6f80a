import type { Protocol } from './protocol.ts';

const notifyConnected = 0x0502;

/** NDMP v4: the server says NDMP_NOTIFY_CONNECTED as soon as one connects. nmap-service-probes, match ndmp */
export const ndmp: Protocol = {
  name: 'ndmp',
  transport: 'tcp',
  ports: [10_000],
  services: ['ndmp'],
  questions: [
    {
      asked: 'connection',
      read: (bytes) => {
        const isNotice =
          bytes.length >= 36 && bytes[0] === 0x80 && bytes.readUInt32BE(16) === notifyConnected;
        return isNotice ? { protocol: `NDMPv${bytes.readUInt32BE(32)}` } : undefined;
      },
    },
  ],
};
