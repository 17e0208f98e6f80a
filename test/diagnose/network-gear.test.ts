import type { Report } from '@enkaku/shared/report/schema.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GearBeds, type GearName, startGearBeds } from '../beds/services/gear-beds.ts';
import { reportOf, runDiagnose } from './run-diagnose.ts';

const daemonPorts = '21,22,23,389,445,873,3389,5900,69/udp,123/udp,623/udp';
const replayedPorts = [
  '7,13,17,19,23,111,179,902,1723,6000,8080,20048',
  '137/udp,177/udp,500/udp,1194/udp,1701/udp,1900/udp',
].join(',');

let beds: GearBeds;
let weak: Report;
let hardened: Report;
let replayed: Report;

beforeAll(async () => {
  beds = await startGearBeds();
  const diagnose = async (address: string, ports: string) => {
    const consent = ['--opt-in', 'ssh-auth-methods,smb-ms17-010,ipmi-rakp'];
    const args = ['--lab', '--json', '--only', 'gear', '--ports', ports, ...consent, address];
    return reportOf(await runDiagnose(args));
  };
  [weak, hardened, replayed] = await Promise.all([
    diagnose(beds.addresses.weak, daemonPorts),
    diagnose(beds.addresses.hardened, daemonPorts),
    diagnose(beds.addresses.replayed, replayedPorts),
  ]);
}, 120_000);

afterAll(() => beds[Symbol.asyncDispose]());

test.for<[string, GearName]>([
  ['ftp.anon', 'vsftpd'],
  ['ftp.exposed-no-tls', 'vsftpd'],
  ['ftp.version', 'vsftpd'],
  ['telnet.exposed', 'telnetd'],
  ['tftp.open', 'tftpd'],
  ['rsync.modules', 'rsync'],
  ['rsync.no-auth', 'rsync'],
  ['ldap.anonymous', 'slapd'],
  ['ldap.rootdse', 'slapd'],
  ['smb.exposed', 'samba'],
  ['smb.v1', 'samba'],
  ['smb.signing-not-required', 'samba'],
  ['rdp.exposed', 'xrdp'],
  ['rdp.nla-off', 'xrdp'],
  ['rdp.std-rdp-security', 'xrdp'],
  ['vnc.exposed', 'tigervnc'],
  ['vnc.noauth', 'tigervnc'],
  ['ntp.mode6-readvar', 'ntpd'],
  ['ntp.amplification', 'ntpd'],
  ['ipmi.exposed', 'ipmi-sim'],
  ['ipmi.cipher-zero', 'ipmi-sim'],
  ['ipmi.anon', 'ipmi-sim'],
  ['ipmi.rakp-hash', 'ipmi-sim'],
  ['ssh.hostkey.rsa-below-2048', 'dropbear'],
  ['ssh.auth.password', 'dropbear'],
  ['ssh.vendor', 'dropbear'],
])('%s of %s → found', ([check, daemon], { skip }) => {
  const missing = beds.unavailable.find((line) => line.startsWith(`weak-${daemon}:`));
  if (missing !== undefined) skip(missing);
  expect(weak.findings.map((finding) => finding.check)).toContain(check);
});

test.for([
  'exposed.echo',
  'exposed.daytime',
  'exposed.qotd',
  'exposed.chargen',
  'exposed.bgp',
  'telnet.no-encryption',
  'exposed.vmware-authd',
  'exposed.pptp',
  'exposed.l2tp',
  'exposed.openvpn',
  'exposed.x11-open',
  'exposed.xdmcp',
  'rpc.rpcbind-exposed',
  'rpc.nfs-exports',
  'windows.netbios-ns-exposed',
  'ssdp.exposed',
  'upnp.igd-wan-control',
  'ike.exposed',
  'ike.v1-aggressive',
  'ike.weak-transforms',
])('%s, replayed → found', (check) => {
  expect(replayed.findings.map((finding) => finding.check)).toContain(check);
});

test('their hardened twins → nothing of medium or higher', () => {
  for (const line of beds.unavailable) console.warn(`skipped: ${line}`);
  const heavy = hardened.findings.filter(({ severity }) => ['critical', 'high', 'medium'].includes(severity));
  expect(
    heavy.map(({ check, port, place, confidence }) => `${check} ${port ?? place} ${confidence}`),
  ).toEqual([]);
});

test('a telnetd that offers encryption → not called one without', () => {
  expect(weak.findings.map(({ check }) => check)).not.toContain('telnet.no-encryption');
});

test('a Samba that is mended → no accusation of MS17-010, and no hash of IPMI in the evidence', () => {
  expect(weak.findings.map(({ check }) => check)).not.toContain('smb.ms17-010');
  const rakp = weak.findings.find(({ check }) => check === 'ipmi.rakp-hash');
  for (const { excerpt } of rakp?.proof ?? []) expect(excerpt.length).toBeLessThan(60);
});
