import { expect, test } from 'vitest';
import { readReply } from './protocol.ts';
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
  // vsftpd 3.0.3 and ProFTPD 1.3.8 of Debian, as they came.
  [
    'ftp',
    'tcp',
    latin1(
      '220 (vsFTPd 3.0.3)\r\n211-Features:\r\n EPRT\r\n MDTM\r\n211 End\r\n331 Please specify the password.\r\n230 Login successful.\r\n',
    ),
    { greeting: '220 (vsFTPd 3.0.3)', tls: 'no', access: 'open' },
  ],
  [
    'ftp',
    'tcp',
    latin1(
      '220-hello\r\n220 ftp\r\n211-Features:\r\n AUTH TLS\r\n211 End\r\n530 This FTP server does not allow anonymous logins.\r\n',
    ),
    { greeting: '220-hello\n220 ftp', tls: 'yes', access: 'denied' },
  ],
  // RFC 2946 and RFC 854: DO and WONT.
  ['telnet', 'tcp', hex('fffd18 fffb26 fffd26'), { encryption: 'yes' }],
  ['telnet', 'tcp', hex('fffd18 fffc26 fffe26'), { encryption: 'no' }],
  ['telnet', 'tcp', hex('fffd18 fffd20'), { encryption: 'unanswered' }],
  ['tftp', 'udp', Buffer.concat([hex('0005 0001'), latin1('File not found\0')]), { error: '1' }],
  [
    'rsync',
    'tcp',
    latin1('@RSYNCD: 31.0 sha512 md5\nbackup         \tall files\npublic         \t\n@RSYNCD: EXIT\n'),
    { modules: 'backup public', count: '2' },
  ],
  [
    'snmp-v3',
    'udp',
    // RFC 3414 §3.2: usmStatsUnknownEngineIDs, with an engine of Net-SNMP.
    hex(
      '306e020103300f02024d6a020300ffe304010002010304223020041180001f88804b2b1e5f6a4d2f670000000002010102020e100400040004003034041180001f88804b2b1e5f6a4d2f67000000000400a81d02024d6a0201000201003011300f060a2b060106030f01010400410101',
    ),
    { engine: '80001f88804b2b1e5f6a4d2f6700000000', enterprise: '8072', boots: '1', uptimeSeconds: '3600' },
  ],
  // RFC 9327 §3, as ntpd answers; ntp_request.h, as ntpd before 4.2.7p26 answers.
  [
    'ntp',
    'udp',
    Buffer.concat([
      hex('1682 0001 0615 0000 0000 002b'),
      latin1('version="ntpd 4.2.6p5", system="Linux/3.2"'),
    ]),
    { access: 'open', asked: '12', answered: '54', version: 'ntpd 4.2.6p5', system: 'Linux/3.2' },
  ],
  ['ntp', 'udp', hex('16c2 0001 0000 0000 0000 0000'), { access: 'denied', asked: '12', answered: '12' }],
  [
    'ssdp',
    'udp',
    latin1(
      'HTTP/1.1 200 OK\r\nLOCATION: http://127.0.0.1:5000/rootDesc.xml\r\nSERVER: OpenWRT UPnP/1.1 MiniUPnPd/2.0\r\nST: upnp:rootdevice\r\n\r\n',
    ),
    {
      location: 'http://127.0.0.1:5000/rootDesc.xml',
      software: 'OpenWRT UPnP/1.1 MiniUPnPd/2.0',
      type: 'upnp:rootdevice',
    },
  ],
  // RFC 4511 §4.5.2: an entry of the root, its end, an entry of the tree, its end.
  [
    'ldap',
    'tcp',
    Buffer.concat([
      hex('302e 020101 6429 0400 3025 3023 040e'),
      latin1('namingContexts'),
      hex('3111 040f'),
      latin1('dc=town,dc=test'),
      hex('300c 020101 6507 0a0100 0400 0400'),
      hex('3018 020102 6413 040f'),
      latin1('dc=town,dc=test'),
      hex('3000 300c 020102 6507 0a0100 0400 0400'),
    ]),
    { root: 'open', access: 'open', contexts: 'dc=town,dc=test' },
  ],
  // IPMI 2.0 table 22-15.
  [
    'ipmi',
    'udp',
    hex('0600ff07 00 00000000 00000000 10 811c63 20 00 38 00 01 97 07 02 000000 00 00 45'),
    { completion: '0', version: '2.0', noPassword: 'yes', anonymous: 'yes', emptyNames: 'yes' },
  ],
  // MS-CIFS §2.2.4.52.2 and MS-SMB2 §2.2.4, cut after what is read.
  [
    'smb',
    'tcp',
    Buffer.concat([
      hex('00000045 ff534d4272 00000000 98'),
      Buffer.alloc(22),
      hex('11 0000 03'),
      Buffer.alloc(33),
    ]),
    { version1: 'spoken', signing: 'off' },
  ],
  [
    'netbios-ns',
    'udp',
    Buffer.concat([
      hex('4d6a 8400 0000 0001 0000 0000 20'),
      latin1(`CK${'A'.repeat(30)}\0`),
      hex('0021 0001 00000000 0041 01'),
      latin1('TOWN           '),
      hex('20 0400 001122334455'),
    ]),
    { names: 'TOWN<20>', hardwareAddress: '001122334455' },
  ],
  [
    'rpcbind',
    'udp',
    hex(
      '456e4d6a 00000001 00000000 00000000 00000000 00000000 00000001 000186a3 00000003 00000006 00000801 00000000',
    ),
    { access: 'open', programs: 'nfs:2049/tcp', bytes: '48' },
  ],
  [
    'nfs-mount',
    'tcp',
    hex(
      '80000034 456e4d6a 00000001 00000000 00000000 00000000 00000000 00000001 00000004 2f737276 00000001 00000001 2a000000 00000000 00000000',
    ),
    { count: '1', exports: '/srv *', forEverybody: 'yes' },
  ],
  // MS-RDPBCGR §4.1.2, and §2.2.1.2.2 with HYBRID_REQUIRED_BY_SERVER.
  ['rdp', 'tcp', hex('0300 0013 0e d0 0000 1234 00 02 00 0800 01000000'), { selected: 'tls' }],
  ['rdp', 'tcp', hex('0300 0013 0e d0 0000 1234 00 03 00 0800 05000000'), { refused: 'nla-required' }],
  // RFC 6143 §7.1.2.
  [
    'vnc',
    'tcp',
    Buffer.concat([latin1('RFB 003.008\n'), hex('02 01 02')]),
    { version: '003.008', types: 'none password', access: 'open' },
  ],
  [
    'vnc',
    'tcp',
    Buffer.concat([latin1('RFB 003.003\n'), hex('00000002')]),
    { version: '003.003', types: 'password', access: 'password' },
  ],
  ['x11', 'tcp', Buffer.concat([hex('01 00 0b00 0000 0800'), Buffer.alloc(32)]), { access: 'open' }],
  ['x11', 'tcp', hex('00 16 0b00 0000 0600 4e6f2070'), { access: 'denied' }],
  ['xdmcp', 'udp', hex('0001 0005 0006 0000 0000 0000'), { willing: 'yes' }],
  [
    'vmware-authd',
    'tcp',
    latin1('220 VMware Authentication Daemon Version 1.10: SSL Required, ServerDaemonProtocol:SOAP\r\n'),
    { version: '1.10' },
  ],
  // RFC 2409 §5, one transform: 3DES, SHA-1, group 2, key.
  [
    'ike',
    'udp',
    hex(
      '456e6b616b754d6a 1111111111111111 01 10 02 00 00000000 00000050 00000034 00000001 00000001 00000028 01010001 00000020 01010000 80010005 80020002 80030001 80040002 800b0001 800c7080',
    ),
    { version: '1', exchange: '2', cipher: '5', hash: '2', auth: '1', group: '2' },
  ],
  // RFC 7296 §3.10: NO_PROPOSAL_CHOSEN.
  [
    'ike',
    'udp',
    hex('456e6b616b754d6a 1111111111111111 29 20 22 20 00000000 00000024 00000008 0000000e'),
    { version: '2', exchange: '34', notify: '14' },
  ],
  // RFC 2637 §2.2, as nmap's pptp-version reads it.
  [
    'pptp',
    'tcp',
    Buffer.concat([
      hex('009c 0001 1a2b3c4d 0002 0000 0100 01 00 00000001 00000001 0000 0001'),
      latin1('local'.padEnd(64, '\0')),
      latin1('linux'.padEnd(64, '\0')),
    ]),
    { result: '1', firmware: '1', hostname: 'local', vendor: 'linux' },
  ],
  [
    'l2tp',
    'udp',
    hex('c802 001c 4d6a 0000 0000 0001 8008 0000 0000 0002 8008 0000 0007 7278'),
    { message: '2', hostname: 'rx' },
  ],
  [
    'openvpn',
    'udp',
    hex('40 1122334455667788 01 00000000 456e6b616b754d6a 00000000'),
    { reset: 'server-v2' },
  ],
  ['bgp', 'tcp', Buffer.concat([Buffer.alloc(16, 0xff), hex('0015 03 02 02')]), { message: 'notification' }],
  ['echo', 'udp', latin1('enkaku-4d6a\r\n'), { asked: '13', answered: '13' }],
  ['daytime', 'tcp', latin1('Sat Nov 21 12:34:56 2026\r\n'), { asked: '13', answered: '26' }],
  [
    'chargen',
    'udp',
    latin1(' !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefg\r\n'),
    { asked: '13', answered: '74' },
  ],
  [
    'qotd',
    'tcp',
    latin1('"Discretion is the better part of valour." Shakespeare\r\n'),
    { asked: '13', answered: '56' },
  ],
];

test.each(answers)('%s over %s: %j → what it says', (name, transport, bytes, facts) => {
  const protocol = protocols.find((one) => one.name === name && one.transport === transport);
  expect(protocol?.questions[0].read(bytes)).toEqual(facts);
});

/** ntp_request.h of ntpd 4.2.6: entries of 72 bytes, with more to follow; and the refusal of ntpd 4.2.8. */
test.each([
  [
    Buffer.concat([hex('d7 00 03 2a 0006 0048'), Buffer.alloc(6 * 72)]),
    { access: 'open', entries: '6', asked: '192', answered: '440', more: 'yes' },
  ],
  [hex('97 00 03 2a 4000 0000'), { access: 'denied', error: '4', asked: '192', answered: '8', more: 'no' }],
  [hex('16 00 03 2a 0006 0048'), undefined],
])('ntp, the list of clients: %j → %j', (bytes, facts) => {
  const ntp = protocols.find(({ name }) => name === 'ntp');
  expect(ntp?.questions.find(({ asked }) => asked === 'monitor-list')?.read(bytes)).toEqual(facts);
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

const asked = protocols.flatMap(({ name, transport, questions }) =>
  questions
    .filter(({ say, repeats }) => say !== undefined && repeats !== true)
    .map((question) => [`${name} ${question.asked}`, transport, question] as const),
);

test.each(asked)('%s over %s → is not taken in by an echo', (_, __, question) => {
  expect(readReply(question, question.say ?? Buffer.alloc(0))).toBeUndefined();
});
