import { z } from 'zod';
import { hex, limits, line, observed } from '../limits.ts';

/** Languages that a probe speaks one question of; checks look replies up by these names. */
const serviceProtocols = [
  'redis',
  'memcached',
  'mongodb',
  'cassandra',
  'zookeeper',
  'mysql',
  'postgresql',
  'mssql',
  'oracle-tns',
  'smart-install',
  'winbox',
  'routeros-api',
  'mndp',
  'ubiquiti-discovery',
  'jdwp',
  'rmi',
  'ajp',
  'iscsi',
  'ndmp',
  'coap',
  'mqtt',
  'sip',
  'rtsp',
  'socks',
  'http-proxy',
  'modbus',
  's7',
  'bacnet',
  'ftp',
  'telnet',
  'tftp',
  'rsync',
  'snmp-v3',
  'ntp',
  'ssdp',
  'ldap',
  'ipmi',
  'ipmi-rakp',
  'smb',
  'smb-ms17-010',
  'netbios-ns',
  'rpcbind',
  'nfs-mount',
  'rdp',
  'vnc',
  'x11',
  'xdmcp',
  'vmware-authd',
  'ike',
  'pptp',
  'l2tp',
  'openvpn',
  'bgp',
  'echo',
  'daytime',
  'qotd',
  'chargen',
] as const;
export type ServiceProtocol = (typeof serviceProtocols)[number];

/** What the probe read out of an answer: `version` → `7.0.15`. Names and meaning belong to the protocol. */
const facts = z.record(z.string().max(64), z.string().max(limits.line));

const reply = z.strictObject({
  protocol: z.enum(serviceProtocols),
  /** The question in a word (`ping`); `connection` where the service speaks first. */
  asked: z.string().max(64),
  /** `no`: the port is closed. Bytes that are not of this protocol are `garbled`. */
  answer: observed(z.strictObject({ bytes: hex, text: line, facts })),
});

/** What a service answered to questions in its own language, each on a connection or with a datagram of its own. */
export const serviceReplySchema = z.strictObject({ replies: z.array(reply).max(32) });
