import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Bed, StartOptions, Strength } from './contract.ts';
import { requireProgram, startDaemon, writeOwnFiles } from './daemon.ts';
import { udpAnswer } from './ready.ts';

/** Net-SNMP in the role of network gear. Both answer SNMPv3; only the weak one knows the community `public`. */
export async function startNetSnmp({ address, dir, strength }: StartOptions): Promise<Bed> {
  const program = requireProgram('snmpd', 'snmpd');
  await writeOwnFiles(dir, { 'snmpd.conf': configuration(address, strength) });
  const server = await startDaemon({
    label: `${strength} Net-SNMP`,
    program,
    arguments: ['-f', '-Lo', '-C', '-c', join(dir, 'snmpd.conf'), '-I', '-smux'],
    environment: { SNMP_PERSISTENT_DIR: dir, SNMPCONFPATH: dir, MIBS: '' },
    dir,
    user: 'unprivileged',
    ready: async () => (await udpAnswer(address, 161, discovery)) !== null,
  });
  return {
    daemon: 'net-snmp',
    strength,
    address,
    names: [`gear.${strength}.test`],
    tcpPorts: [],
    udpPorts: [161],
    zones: [],
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

function configuration(address: string, strength: Strength): string {
  const common = `
agentAddress udp:${address}:161
sysDescr Enkaku test router, firmware 1.0
sysName gear.${strength}.test
sysLocation Sakura City Hall, server room
sysContact network@${strength}.test
`;
  if (strength === 'weak') return `${common}rocommunity public default\n`;
  const secret = () => randomBytes(16).toString('hex');
  return `${common}createUser monitor SHA-256 ${secret()} AES ${secret()}\nrouser monitor priv\n`;
}

/**
 * An SNMPv3 GET with an empty engine id: every agent answers it with a report of its own (RFC 3414 §4),
 * whether or not it knows any community.
 */
const discovery = Buffer.from(
  [
    '303a 0201 03', // SEQUENCE, version 3
    '300f 0202 4e4b 0203 00ffe3 0401 04 0201 03', // msgID, maxSize 65507, reportable, USM
    '0410 300e 0400 0201 00 0201 00 0400 0400 0400', // empty engine id and user
    '3012 0400 0400 a00c 0202 4e4b 0201 00 0201 00 3000', // empty context; GetRequest without variables
  ]
    .join('')
    .replaceAll(' ', ''),
  'hex',
);
