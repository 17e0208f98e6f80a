import { expect, test } from 'vitest';
import { protocols } from './protocols.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');

/** A MongoDB message: header, flags, section kind 0, and a document of these elements. */
function mongo(...elements: Buffer[]): Buffer {
  const document = Buffer.concat([Buffer.alloc(4), ...elements, Buffer.of(0)]);
  document.writeInt32LE(document.length);
  const message = Buffer.concat([Buffer.alloc(12), hex('dd070000 00000000 00'), document]);
  message.writeInt32LE(message.length);
  return message;
}
const ok = (value: number) => {
  const number = Buffer.alloc(8);
  number.writeDoubleLE(value);
  return Buffer.concat([latin1('\x01ok\0'), number]);
};
const code = (value: number) => Buffer.concat([latin1('\x10code\0'), Buffer.of(value, 0, 0, 0)]);

/** MariaDB 10.11's greeting as it came from Debian's server, without its salt; the capabilities say TLS or not. */
const mysqlGreeting = (capabilities: string) => {
  const body = Buffer.concat([
    latin1('\n5.5.5-10.11.6-MariaDB-0+deb12u1\0'),
    Buffer.alloc(4 + 8 + 1),
    hex(capabilities),
    Buffer.alloc(40),
  ]);
  return Buffer.concat([Buffer.of(body.length, 0, 0, 0), body]);
};

/** The sources are named in each protocol's own file; what nmap's fingerprints match is marked so. */
const answers: readonly (readonly [
  protocol: string,
  transport: 'tcp' | 'udp',
  Buffer,
  Readonly<Record<string, string>>,
])[] = [
  ['redis', 'tcp', latin1('+PONG\r\n'), { access: 'open' }],
  ['redis', 'tcp', latin1('-NOAUTH Authentication required.\r\n'), { access: 'password' }],
  ['redis', 'tcp', latin1('-DENIED Redis is running in protected mode'), { access: 'denied' }],
  ['memcached', 'tcp', latin1('VERSION 1.6.18\r\n'), { version: '1.6.18' }],
  [
    'memcached',
    'udp',
    Buffer.concat([hex('4d6a 0000 0001 0000'), latin1('VERSION 1.6.18\r\n')]),
    { version: '1.6.18' },
  ],
  ['mongodb', 'tcp', mongo(ok(1)), { access: 'open', databases: '0' }],
  ['mongodb', 'tcp', mongo(ok(0), code(13)), { access: 'password' }],
  ['mongodb', 'tcp', mongo(ok(0), code(59)), { access: 'refused', code: '59' }],
  ['cassandra', 'tcp', hex('83 00 0000 02 00000000'), { access: 'open' }],
  ['cassandra', 'tcp', hex('83 00 0000 03 00000000'), { access: 'password' }],
  [
    'zookeeper',
    'tcp',
    latin1('Zookeeper version: 3.8.0-1, built on 2023\n'),
    { access: 'open', version: '3.8.0-1' },
  ],
  [
    'zookeeper',
    'tcp',
    latin1('srvr is not executed because it is not in the whitelist.\n'),
    { access: 'restricted' },
  ],
  [
    'mysql',
    'tcp',
    mysqlGreeting('fef7'),
    { access: 'password', version: '5.5.5-10.11.6-MariaDB-0+deb12u1', tls: 'no' },
  ],
  [
    'mysql',
    'tcp',
    mysqlGreeting('feff'),
    { access: 'password', version: '5.5.5-10.11.6-MariaDB-0+deb12u1', tls: 'yes' },
  ],
  [
    'mysql',
    'tcp',
    Buffer.concat([hex('0b000001 ff 6a04'), latin1("Host '1'")]),
    { access: 'denied', code: '1130' },
  ],
  ['postgresql', 'tcp', latin1('N'), { tls: 'no' }],
  ['postgresql', 'tcp', latin1('S'), { tls: 'yes' }],
  // MS-TDS §4.2, the server's answer of the example there.
  [
    'mssql',
    'tcp',
    hex('0401 001a 0000 0100 00 000b 0006 01 0011 0001 ff 0c00 1000 0000 02'),
    { version: '12.0.4096', tls: 'no' },
  ],
  [
    'oracle-tns',
    'tcp',
    Buffer.concat([
      hex('0048 0000 04 00 0000 2200 003c'),
      latin1('(DESCRIPTION=(TMP=)(VSNNUM=186647296)(ERR=1189)(ERROR_STACK='),
    ]),
    { packet: 'refuse', version: '11.2.0.3.0' },
  ],
  ['smart-install', 'tcp', hex('00000004 00000000 00000003 00000005 00000001 00000000'), { role: 'client' }],
  ['smart-install', 'tcp', hex('00000004 00000000 00000004 00000004 00000001 00000000'), { role: 'client' }],
  ['winbox', 'tcp', hex('01000000 02 0000'), { role: 'router' }],
  ['routeros-api', 'tcp', latin1('\x06!fatal\x0dnot logged in\0'), { role: 'router' }],
  [
    'mndp',
    'udp',
    Buffer.concat([hex('00000001 0005 0006'), latin1('router'), hex('0008 0008'), latin1('MikroTik')]),
    { identity: 'router', platform: 'MikroTik' },
  ],
  [
    'ubiquiti-discovery',
    'udp',
    Buffer.concat([hex('0100 0010 03 0005'), latin1('v6.3.'), hex('0c 0005'), latin1('NanoM')]),
    { firmware: 'v6.3.', board: 'NanoM' },
  ],
  ['jdwp', 'tcp', latin1('JDWP-Handshake'), { access: 'open' }],
  ['rmi', 'tcp', Buffer.concat([hex('4e 0009'), latin1('127.0.0.1'), hex('0000 c350')]), { access: 'open' }],
  ['ajp', 'tcp', hex('4142 0001 09'), { access: 'open' }],
  [
    'ndmp',
    'tcp',
    hex('80000024 00000001 5f5e1000 00000000 00000502 00000000 00000000 00000000 00000004 00000000'),
    { protocol: 'NDMPv4' },
  ],
  ['coap', 'udp', hex('6045 4d6a c128 ff 3c2f3e'), { code: '2.05', bytes: '10' }],
  ['mqtt', 'tcp', hex('2002 0000'), { access: 'open' }],
  ['mqtt', 'tcp', hex('2002 0005'), { access: 'password' }],
  [
    'sip',
    'udp',
    latin1('SIP/2.0 200 OK\r\nServer: Asterisk PBX 18\r\n\r\n'),
    { status: '200', software: 'Asterisk PBX 18' },
  ],
  ['rtsp', 'tcp', latin1('RTSP/1.0 200 OK\r\nCSeq: 1\r\n\r\n'), { status: '200', access: 'open' }],
  [
    'rtsp',
    'tcp',
    latin1('RTSP/1.0 401 Unauthorized\r\nServer: Cam\r\n\r\n'),
    { status: '401', access: 'password', software: 'Cam' },
  ],
  ['socks', 'tcp', hex('0500'), { access: 'open' }],
  ['socks', 'tcp', hex('05ff'), { access: 'password' }],
  [
    'http-proxy',
    'tcp',
    latin1('HTTP/1.1 503 Service Unavailable\r\nServer: squid/5.7\r\nX-Squid-Error: ERR_DNS_FAIL 0\r\n\r\n'),
    { status: '503', access: 'open', error: 'ERR_DNS_FAIL', software: 'squid/5.7' },
  ],
  [
    'http-proxy',
    'tcp',
    latin1('HTTP/1.1 403 Forbidden\r\nServer: squid/5.7\r\nX-Squid-Error: ERR_ACCESS_DENIED 0\r\n\r\n'),
    { status: '403', access: 'denied', error: 'ERR_ACCESS_DENIED', software: 'squid/5.7' },
  ],
  ['http-proxy', 'tcp', latin1('HTTP/1.1 400 Bad Request\r\n\r\n'), { status: '400', access: 'unknown' }],
  ['modbus', 'tcp', hex('4d6a 0000 0008 00 2b 0e 01 01 0000 41'), { identification: 'A' }],
  ['s7', 'tcp', hex('0300 0016 11 d0 0014 0001 00'), { answer: 'confirmed' }],
  ['bacnet', 'udp', hex('810a 0009 0100 300c 0c'), { answer: 'device' }],
];

test.each(answers)('%s over %s: %j → what it says', (name, transport, bytes, facts) => {
  const protocol = protocols.find((one) => one.name === name && one.transport === transport);
  expect(protocol?.questions[0].read(bytes)).toEqual(facts);
});

const foreign = [
  '',
  'HTTP/1.1 200 OK\r\nServer: nginx\r\n\r\n',
  'SSH-2.0-OpenSSH_9.2p1\r\n',
  '220 mail.example ESMTP\r\n',
  '\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0',
  '\x15\x03\x03\0\x02\x02\x46',
];

test.each(protocols)('$name over $transport → recognises nobody else', ({ name, questions }) => {
  const readable = foreign.filter((text) => questions.some(({ read }) => read(latin1(text)) !== undefined));
  expect(readable).toEqual(name === 'http-proxy' ? [foreign[1]] : []);
});
