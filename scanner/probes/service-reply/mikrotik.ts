import type { Facts, Protocol } from './protocol.ts';

/** nmap-service-probes: what WinBox answers to words that are not its own. */
export const winbox: Protocol = {
  name: 'winbox',
  transport: 'tcp',
  ports: [8291],
  services: ['winbox'],
  questions: [
    {
      asked: 'greeting',
      say: Buffer.from('GET / HTTP/1.0\r\n\r\n'),
      read: (bytes) => (bytes.toString('hex').startsWith('01000000020000') ? { role: 'router' } : undefined),
    },
  ],
};

/** https://help.mikrotik.com/docs/spaces/ROS/pages/47579160/API : `/quit`, a sentence that needs no login. */
export const routerosApi: Protocol = {
  name: 'routeros-api',
  transport: 'tcp',
  ports: [8728],
  services: ['routeros-api', 'mikrotik-api'],
  questions: [
    {
      asked: 'quit',
      say: Buffer.from('\x05/quit\0'),
      read: (bytes) => (/^\x06!fatal/.test(bytes.toString('latin1')) ? { role: 'router' } : undefined),
    },
  ],
};

const discoveryTypes: Readonly<Record<number, string>> = {
  5: 'identity',
  7: 'version',
  8: 'platform',
  12: 'board',
};

/** MNDP: four zero bytes ask for the announcement, a header of four bytes and type-length-value. */
export const mndp: Protocol = {
  name: 'mndp',
  transport: 'udp',
  ports: [5678],
  services: ['mndp'],
  questions: [{ asked: 'discover', say: Buffer.alloc(4), read: readAnnouncement }],
};

function readAnnouncement(bytes: Buffer): Facts | undefined {
  const facts: Record<string, string> = {};
  for (let at = 4; at + 4 <= bytes.length; ) {
    const length = bytes.readUInt16BE(at + 2);
    const name = discoveryTypes[bytes.readUInt16BE(at)];
    if (name !== undefined)
      facts[name] = bytes.toString('latin1', at + 4, at + 4 + length).replaceAll(/[^\x20-\x7e]/g, '');
    at += 4 + length;
  }
  return facts.platform === undefined ? undefined : facts;
}
