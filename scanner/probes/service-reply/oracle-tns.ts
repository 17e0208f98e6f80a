import type { Facts, Protocol } from './protocol.ts';

/** nmap's own question (nmap-service-probes, oracle-tns): TNS connect for the command `version`. */
const connect = Buffer.concat([
  Buffer.from('005a0000010000000136012c000008007fff7f08000000010020003a', 'hex'),
  Buffer.alloc(16),
  Buffer.from('34e600000001', 'hex'),
  Buffer.alloc(8),
  Buffer.from('(CONNECT_DATA=(COMMAND=version))'),
]);
const packets: Readonly<Record<number, string>> = { 2: 'accept', 4: 'refuse', 5: 'redirect', 11: 'resend' };

export const oracleTns: Protocol = {
  name: 'oracle-tns',
  transport: 'tcp',
  ports: [1521],
  services: ['oracle-tns', 'oracle'],
  questions: [{ asked: 'version', say: connect, isWhole, read }],
};

function isWhole(bytes: Buffer): boolean {
  return bytes.length >= 8 && bytes.length >= bytes.readUInt16BE(0);
}

function read(bytes: Buffer): Facts | undefined {
  if (!isWhole(bytes)) return undefined;
  const packet = packets[bytes[4] ?? 0];
  if (packet === undefined) return undefined;
  const number = Number(/\(VSNNUM=(\d{1,10})\)/.exec(bytes.toString('latin1'))?.[1] ?? 0);
  return number === 0 ? { packet } : { packet, version: versionOf(number) };
}

/** 186647296 → 11.2.0.3.0: 8, 4, 8, 4 and 8 bits. */
function versionOf(number: number): string {
  return [number >>> 24, (number >>> 20) & 15, (number >>> 12) & 255, (number >>> 8) & 15, number & 255].join(
    '.',
  );
}
