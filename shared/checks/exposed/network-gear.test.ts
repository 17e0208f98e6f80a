import { describe, expect, test } from 'vitest';
import { buildPorts, openPort } from '../../evidence/ports/build.fixture.ts';
import { buildServiceReply, replied, silent } from '../../evidence/service-reply/build.fixture.ts';
import type { ServiceProtocol } from '../../evidence/service-reply/schema.ts';
import { no, unknown } from '../../model/observed.ts';
import { catalogue } from '../catalogue.ts';
import type { Check } from '../check.ts';
import { outcomeOf } from '../outcome.fixture.ts';

function checkOf(id: string): Check {
  const check = catalogue[id];
  if (check === undefined) throw new RangeError(id);
  return check;
}

type Row = readonly [id: string, ServiceProtocol, asked: string, Record<string, string>, outcome: string];

/** Answers of a service as they were read, and what each check makes of them. */
const rows: readonly Row[] = [
  ['ftp.exposed-no-tls', 'ftp', 'anonymous', { tls: 'no' }, 'medium verified'],
  ['ftp.exposed-no-tls', 'ftp', 'anonymous', { tls: 'yes' }, 'safe'],
  ['ftp.exposed-no-tls', 'ftp', 'anonymous', { tls: 'unknown' }, 'undetermined: no-proof'],
  ['ftp.exposed-no-tls', 'ftp', 'anonymous', { greeting: '421 too many' }, 'undetermined: no-proof'],
  ['ftp.anon', 'ftp', 'anonymous', { access: 'open' }, 'medium verified'],
  ['ftp.anon', 'ftp', 'anonymous', { access: 'denied' }, 'safe'],
  ['ftp.anon', 'ftp', 'anonymous', { access: 'unknown' }, 'undetermined: no-proof'],
  ['ftp.version', 'ftp', 'anonymous', { greeting: '220 (vsFTPd 3.0.3)' }, 'info verified'],
  ['ftp.version', 'ftp', 'anonymous', { greeting: '220 ProFTPD 1.3.8 Server' }, 'info verified'],
  ['ftp.version', 'ftp', 'anonymous', { greeting: '220 Welcome' }, 'safe'],
  ['ftp.version', 'ftp', 'anonymous', { greeting: '220 Office 2026' }, 'safe'],
  ['telnet.no-encryption', 'telnet', 'encryption', { encryption: 'no' }, 'high verified'],
  ['telnet.no-encryption', 'telnet', 'encryption', { encryption: 'yes' }, 'safe'],
  ['telnet.no-encryption', 'telnet', 'encryption', { encryption: 'unanswered' }, 'undetermined: no-proof'],
  ['rsync.modules', 'rsync', 'list', { count: '2', modules: 'a b' }, 'medium verified'],
  ['rsync.modules', 'rsync', 'list', { count: '0', modules: '' }, 'safe'],
  ['rsync.no-auth', 'rsync', 'module a', { access: 'open' }, 'high verified'],
  ['rsync.no-auth', 'rsync', 'module a', { access: 'password' }, 'safe'],
  ['rsync.no-auth', 'rsync', 'module a', { access: 'denied' }, 'safe'],
  ['rsync.no-auth', 'rsync', 'list', { count: '0' }, 'not-applicable'],
  ['ntp.mode6-readvar', 'ntp', 'read-variables', { access: 'open' }, 'low verified'],
  ['ntp.mode6-readvar', 'ntp', 'read-variables', { access: 'denied' }, 'safe'],
  ['ntp.mode6-readvar', 'ntp', 'monitor-list', { access: 'open' }, 'not-applicable'],
  ['ntp.monlist', 'ntp', 'monitor-list', { access: 'open' }, 'high verified'],
  ['ntp.monlist', 'ntp', 'monitor-list', { access: 'denied' }, 'safe'],
  ['ntp.amplification', 'ntp', 'read-variables', { asked: '12', answered: '300' }, 'medium verified'],
  ['ntp.amplification', 'ntp', 'read-variables', { asked: '12', answered: '12' }, 'safe'],
  [
    'ntp.amplification',
    'ntp',
    'monitor-list',
    { asked: '192', answered: '440', more: 'yes' },
    'medium verified',
  ],
  ['ntp.amplification', 'ntp', 'monitor-list', { asked: '192', answered: '440', more: 'no' }, 'safe'],
  ['ssdp.exposed', 'ssdp', 'm-search', { type: 'upnp:rootdevice' }, 'high verified'],
  ['ssdp.exposed', 'ssdp', 'description', { device: 'x' }, 'not-applicable'],
  [
    'upnp.igd-wan-control',
    'ssdp',
    'description',
    { device: 'urn:schemas-upnp-org:device:InternetGatewayDevice:1', control: 'x' },
    'critical inferred',
  ],
  [
    'upnp.igd-wan-control',
    'ssdp',
    'description',
    { device: 'urn:x:InternetGatewayDevice:1' },
    'undetermined: no-proof',
  ],
  ['upnp.igd-wan-control', 'ssdp', 'description', { device: 'urn:x:MediaServer:1' }, 'safe'],
  ['upnp.igd-wan-control', 'ssdp', 'm-search', { type: 'x' }, 'not-applicable'],
  ['ldap.anonymous', 'ldap', 'root', { root: 'open', access: 'open' }, 'medium verified'],
  ['ldap.anonymous', 'ldap', 'root', { root: 'open', access: 'denied' }, 'safe'],
  ['ldap.anonymous', 'ldap', 'root', { root: 'open', access: 'unknown' }, 'undetermined: no-proof'],
  ['ldap.rootdse', 'ldap', 'root', { root: 'open' }, 'low verified'],
  ['ldap.rootdse', 'ldap', 'root', { root: 'denied' }, 'safe'],
  ['smb.v1', 'smb', 'negotiate-v1', { version1: 'spoken' }, 'high verified'],
  ['smb.v1', 'smb', 'negotiate-v1', { version1: 'refused' }, 'safe'],
  ['smb.v1', 'smb', 'negotiate-v2', { dialect: '0311' }, 'not-applicable'],
  ['smb.signing-not-required', 'smb', 'negotiate-v2', { signing: 'optional' }, 'medium verified'],
  ['smb.signing-not-required', 'smb', 'negotiate-v2', { signing: 'required' }, 'safe'],
  ['smb.signing-not-required', 'smb', 'negotiate-v1', { signing: 'off' }, 'medium verified'],
  ['smb.signing-not-required', 'smb', 'negotiate-v2', { dialect: 'refused' }, 'not-applicable'],
  ['smb.ms17-010', 'smb-ms17-010', 'peek-named-pipe', { reached: 'yes', patched: 'no' }, 'critical verified'],
  ['smb.ms17-010', 'smb-ms17-010', 'peek-named-pipe', { reached: 'yes', patched: 'yes' }, 'safe'],
  ['smb.ms17-010', 'smb-ms17-010', 'peek-named-pipe', { reached: 'no' }, 'undetermined: no-proof'],
  [
    'smb.ms17-010',
    'smb-ms17-010',
    'peek-named-pipe',
    { reached: 'yes', patched: 'unknown' },
    'undetermined: no-proof',
  ],
  ['rpc.rpcbind-exposed', 'rpcbind', 'dump', { access: 'open' }, 'high verified'],
  ['rpc.rpcbind-exposed', 'rpcbind', 'dump', { access: 'denied' }, 'safe'],
  ['rpc.nfs-exports', 'nfs-mount', 'export', { count: '1', forEverybody: 'yes' }, 'high verified'],
  ['rpc.nfs-exports', 'nfs-mount', 'export', { count: '1', forEverybody: 'no' }, 'medium verified'],
  ['rpc.nfs-exports', 'nfs-mount', 'export', { count: '0', forEverybody: 'no' }, 'safe'],
  ['rdp.nla-off', 'rdp', 'tls', { selected: 'tls' }, 'medium verified'],
  ['rdp.nla-off', 'rdp', 'tls', { selected: 'nla' }, 'safe'],
  ['rdp.nla-off', 'rdp', 'tls', { refused: 'nla-required' }, 'safe'],
  ['rdp.nla-off', 'rdp', 'tls', { refused: 'no-certificate' }, 'undetermined: no-proof'],
  ['rdp.nla-off', 'rdp', 'standard', { selected: 'standard' }, 'medium verified'],
  ['rdp.std-rdp-security', 'rdp', 'standard', { selected: 'standard' }, 'medium verified'],
  ['rdp.std-rdp-security', 'rdp', 'standard', { refused: 'ssl-required' }, 'safe'],
  ['rdp.std-rdp-security', 'rdp', 'standard', { refused: 'nla-required' }, 'safe'],
  ['vnc.noauth', 'vnc', 'security-types', { access: 'open' }, 'critical verified'],
  ['vnc.noauth', 'vnc', 'security-types', { access: 'password' }, 'safe'],
  ['vnc.noauth', 'vnc', 'security-types', { version: '003.008' }, 'undetermined: no-proof'],
  ['exposed.x11-open', 'x11', 'setup', { access: 'open' }, 'critical verified'],
  ['exposed.x11-open', 'x11', 'setup', { access: 'denied' }, 'safe'],
  ['ipmi.exposed', 'ipmi', 'auth-capabilities', { completion: '0' }, 'high verified'],
  ['ipmi.cipher-zero', 'ipmi', 'cipher-zero', { access: 'open' }, 'critical verified'],
  ['ipmi.cipher-zero', 'ipmi', 'cipher-zero', { access: 'denied' }, 'safe'],
  ['ipmi.cipher-zero', 'ipmi', 'auth-capabilities', { completion: '0' }, 'not-applicable'],
  ['ipmi.anon', 'ipmi', 'auth-capabilities', { completion: '0', anonymous: 'yes' }, 'high verified'],
  ['ipmi.anon', 'ipmi', 'auth-capabilities', { completion: '0', noPassword: 'yes' }, 'high verified'],
  ['ipmi.anon', 'ipmi', 'auth-capabilities', { completion: '0', anonymous: 'no', noPassword: 'no' }, 'safe'],
  ['ipmi.anon', 'ipmi', 'auth-capabilities', { completion: '204' }, 'undetermined: no-proof'],
  ['ipmi.rakp-hash', 'ipmi-rakp', 'rakp-ADMIN', { hash: 'disclosed' }, 'high verified'],
  ['ipmi.rakp-hash', 'ipmi-rakp', 'rakp-ADMIN', { hash: 'none' }, 'safe'],
  ['ipmi.rakp-hash', 'ipmi-rakp', 'open-session', { access: 'denied' }, 'safe'],
  ['ipmi.rakp-hash', 'ipmi-rakp', 'open-session', { access: 'open' }, 'undetermined: no-proof'],
  ['ike.exposed', 'ike', 'v2-group-14', { version: '2', notify: '14' }, 'info verified'],
  [
    'ike.v1-aggressive',
    'ike',
    'v1-aggressive',
    { version: '1', exchange: '4', cipher: '7' },
    'medium verified',
  ],
  ['ike.v1-aggressive', 'ike', 'v1-aggressive', { version: '1', exchange: '5', notify: '14' }, 'safe'],
  ['ike.v1-aggressive', 'ike', 'v1-aggressive', { version: '1', exchange: '4' }, 'undetermined: no-proof'],
  [
    'ike.v1-aggressive',
    'ike',
    'v1-main-current',
    { version: '1', exchange: '2', cipher: '7' },
    'not-applicable',
  ],
  [
    'ike.weak-transforms',
    'ike',
    'v1-main-outdated',
    { version: '1', cipher: '5', hash: '2', group: '2' },
    'medium verified',
  ],
  [
    'ike.weak-transforms',
    'ike',
    'v1-main-outdated',
    { version: '1', cipher: '7', hash: '1', group: '14' },
    'medium verified',
  ],
  [
    'ike.weak-transforms',
    'ike',
    'v2-group-2',
    { version: '2', cipher: '12', hash: '5', group: '2' },
    'medium verified',
  ],
  [
    'ike.weak-transforms',
    'ike',
    'v2-group-14',
    { version: '2', cipher: '3', hash: '5', group: '14' },
    'medium verified',
  ],
  [
    'ike.weak-transforms',
    'ike',
    'v2-group-14',
    { version: '2', cipher: '12', hash: '5', group: '14' },
    'safe',
  ],
  ['ike.weak-transforms', 'ike', 'v2-group-14', { version: '2', notify: '14' }, 'safe'],
  [
    'ike.vendor-ids',
    'ike',
    'v1-main-current',
    { version: '1', vendors: 'afcad71368a1f1c96b8696fc77570100' },
    'info verified',
  ],
  ['ike.vendor-ids', 'ike', 'v1-main-current', { version: '1' }, 'safe'],
];

test.each(rows)('%s: %s %s %j → %s', (id, protocol, asked, facts, outcome) => {
  expect(outcomeOf(checkOf(id), buildServiceReply([replied(protocol, asked, facts)]))).toBe(outcome);
});

/** Services that ought not to answer the Internet at all. */
const answering: readonly (readonly [id: string, ServiceProtocol, asked: string, outcome: string])[] = [
  ['tftp.open', 'tftp', 'read-missing-file', 'medium verified'],
  ['snmp.v3-engine-disclosure', 'snmp-v3', 'discovery', 'low verified'],
  ['windows.netbios-ns-exposed', 'netbios-ns', 'node-status', 'medium verified'],
  ['vnc.exposed', 'vnc', 'security-types', 'high verified'],
  ['exposed.xdmcp', 'xdmcp', 'query', 'high verified'],
  ['exposed.vmware-authd', 'vmware-authd', 'connection', 'medium verified'],
  ['exposed.echo', 'echo', 'line', 'medium verified'],
  ['exposed.daytime', 'daytime', 'line', 'medium verified'],
  ['exposed.qotd', 'qotd', 'line', 'medium inferred'],
  ['exposed.chargen', 'chargen', 'line', 'medium verified'],
  ['exposed.bgp', 'bgp', 'open', 'medium verified'],
  ['exposed.pptp', 'pptp', 'start-control', 'medium verified'],
  ['exposed.l2tp', 'l2tp', 'start-control', 'medium verified'],
  ['exposed.openvpn', 'openvpn', 'hard-reset', 'info verified'],
];

test.each(answering)('%s: an answer of %s → %s', (id, protocol, asked, accused) => {
  const check = checkOf(id);
  expect(outcomeOf(check, buildServiceReply([replied(protocol, asked, { any: 'thing' })]))).toBe(accused);
  expect(outcomeOf(check, buildServiceReply([replied('redis', 'ping', {})]))).toBe('not-applicable');
});

const asked = [
  ...new Map(
    [...rows, ...answering].map(([id, protocol, question]) => [id, [id, protocol, question] as const]),
  ).values(),
];

describe.each(asked)('%s', (id, protocol, question) => {
  test.each([
    ['silence', unknown('timeout'), 'undetermined: timeout'],
    ['another language', unknown('garbled'), 'undetermined: garbled'],
    ['a reset', unknown('reset'), 'undetermined: reset'],
    ['a closed port', no, 'safe'],
  ])('%s → never an accusation', (_, answer, outcome) => {
    const found = outcomeOf(checkOf(id), buildServiceReply([silent(protocol, question, answer)]));
    expect([outcome, 'not-applicable']).toContain(found);
  });
});

test.each([
  ['windows.msrpc-exposed', 135, 'msrpc', 'medium verified'],
  ['exposed.teamviewer', 5938, 'teamviewer', 'medium verified'],
  ['exposed.finger', 79, 'finger', 'medium verified'],
  ['exposed.rlogin', 513, 'login', 'high verified'],
  ['exposed.rsh', 514, 'shell', 'high verified'],
  ['exposed.uucp', 540, 'uucp', 'medium verified'],
])('%s: port %d, named %s → %s', (id, port, name, accused) => {
  const check = checkOf(id);
  const scope = { requested: `T:80,${port}` };
  expect(outcomeOf(check, buildPorts({ ...scope, ports: [openPort(port, { name })] }))).toBe(accused);
  expect(outcomeOf(check, buildPorts({ ...scope, ports: [openPort(port, null)] }))).toMatch(/inferred$/);
  expect(outcomeOf(check, buildPorts({ ...scope, ports: [openPort(port, { name: 'ssh' })] }))).toBe('safe');
  expect(outcomeOf(check, buildPorts({ ...scope, ports: [openPort(port, { name: 'tcpwrapped' })] }))).toBe(
    'undetermined: tcpwrapped',
  );
  expect(outcomeOf(check, buildPorts({ ...scope, ports: [openPort(80, {})] }))).toBe('safe');
  expect(outcomeOf(check, buildPorts({ requested: 'T:80' }))).toBe('undetermined: not-attempted');
});

test('several modules or names → the worst of their answers', () => {
  const modules = [
    replied('rsync', 'list', { count: '2' }),
    replied('rsync', 'module a', { access: 'password' }),
    silent('rsync', 'module b'),
  ];
  expect(outcomeOf(checkOf('rsync.no-auth'), buildServiceReply(modules))).toBe('undetermined: timeout');
  const open = [...modules, replied('rsync', 'module c', { access: 'open' })];
  expect(outcomeOf(checkOf('rsync.no-auth'), buildServiceReply(open))).toBe('high verified');
});

test('what goes further than looking → only with its own consent', () => {
  expect([checkOf('smb.ms17-010').optIn, checkOf('ipmi.rakp-hash').optIn]).toEqual([
    'smb-ms17-010',
    'ipmi-rakp',
  ]);
});
