import type { Facts, Protocol } from './protocol.ts';

const types: Readonly<Record<number, string>> = { 3: 'firmware', 11: 'host', 12: 'board', 20: 'model' };

/** nmap's ubiquiti-discovery.nse: version 1, command 0, no data; type (1), length (2), value in answer. */
export const ubiquitiDiscovery: Protocol = {
  name: 'ubiquiti-discovery',
  transport: 'udp',
  ports: [10_001],
  services: ['ubiquiti-discovery'],
  questions: [{ asked: 'discover', say: Buffer.of(1, 0, 0, 0), read }],
};

function read(bytes: Buffer): Facts | undefined {
  if (bytes.length < 8 || bytes[0] !== 1 || bytes[1] !== 0 || bytes.readUInt16BE(2) !== bytes.length - 4)
    return undefined;
  const facts: Record<string, string> = {};
  for (let at = 4; at + 3 <= bytes.length; ) {
    const length = bytes.readUInt16BE(at + 1);
    const name = types[bytes[at] ?? 0];
    if (name !== undefined)
      facts[name] = bytes.toString('latin1', at + 3, at + 3 + length).replaceAll(/[^\x20-\x7e]/g, '');
    at += 3 + length;
  }
  return Object.keys(facts).length > 0 ? facts : undefined;
}
