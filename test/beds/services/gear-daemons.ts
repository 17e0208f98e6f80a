import { execFile } from 'node:child_process';
import { chown, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BedUnavailableError } from '../contract.ts';
import { nobody, requireProgram, startDaemon, writeOwnFiles } from '../daemon.ts';
import { firstTcpBytes, greets, udpAnswer } from '../ready.ts';
import type { StartService } from './daemons.ts';

const run = promisify(execFile);

/** Dropbear with what it still has of old; its hardened twin is OpenSSH's. */
export const dropbear: StartService = async ({ address, inner, dir, strength }) => {
  const program = requireProgram('dropbear', 'dropbear-bin');
  await writeOwnFiles(dir, {});
  const [type, ...size] = strength === 'weak' ? ['rsa', '-s', '1024'] : ['ed25519'];
  const key = join(dir, 'host_key');
  await run(requireProgram('dropbearkey', 'dropbear-bin'), ['-t', `${type}`, ...size, '-f', key]);
  await chown(key, nobody.uid, nobody.gid);
  const listen = strength === 'weak' ? address : inner;
  return startDaemon({
    label: `${strength} Dropbear`,
    program,
    arguments: ['-F', '-E', '-r', key, '-p', `${listen}:22`, '-P', join(dir, 'pid')],
    dir,
    user: 'unprivileged',
    ready: greets(listen, 22, 'SSH-2.0-dropbear'),
  });
};

/** vsftpd: anonymous and in clear text, or for users over TLS. */
export const vsftpd: StartService = async ({ address, dir, strength }) => {
  const program = requireProgram('vsftpd', 'vsftpd');
  await mkdir(join(dir, 'public'));
  const weak = strength === 'weak';
  await run('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=ftp.test'],
    ...['-keyout', join(dir, 'key.pem'), '-out', join(dir, 'cert.pem')],
  ]);
  for (const file of ['key.pem', 'cert.pem']) await chown(join(dir, file), nobody.uid, nobody.gid);
  await writeOwnFiles(dir, {
    'vsftpd.conf': [
      ...['listen=YES', `listen_address=${address}`, 'background=NO', 'run_as_launching_user=YES'],
      ...['seccomp_sandbox=NO', `anon_root=${dir}/public`, 'local_enable=NO', 'xferlog_enable=NO'],
      `anonymous_enable=${weak ? 'YES' : 'NO'}`,
      ...(weak
        ? []
        : ['local_enable=YES', 'ftpd_banner=Welcome', 'ssl_enable=YES', 'force_local_logins_ssl=YES']),
      ...(weak ? [] : [`rsa_cert_file=${dir}/cert.pem`, `rsa_private_key_file=${dir}/key.pem`]),
      '',
    ].join('\n'),
  });
  return startDaemon({
    label: `${strength} vsftpd`,
    program,
    arguments: [join(dir, 'vsftpd.conf')],
    dir,
    user: 'unprivileged',
    ready: greets(address, 21, '220'),
  });
};

/** in.tftpd: to anyone, or inside only. It has to begin as root, and becomes nobody in a folder without files. */
export const tftpd: StartService = async ({ address, inner, dir, strength }) => {
  const program = requireProgram('in.tftpd', 'tftpd-hpa');
  await mkdir(join(dir, 'empty'));
  const listen = strength === 'weak' ? address : inner;
  return startDaemon({
    label: `${strength} tftpd`,
    program,
    arguments: ['-L', '-a', `${listen}:69`, '-u', 'nobody', '-s', join(dir, 'empty')],
    dir,
    user: 'root',
    ready: async () => {
      const missing = Buffer.from('\0\x01nothing\0octet\0', 'latin1');
      return (await udpAnswer(listen, 69, missing, 'any-port')) !== null;
    },
  });
};

/** rsync: a module for anyone, or one for users that no list shows. */
export const rsync: StartService = async ({ address, dir, strength }) => {
  const program = requireProgram('rsync', 'rsync');
  await mkdir(join(dir, 'backup'));
  const guarded = ['list = no', 'auth users = backup', `secrets file = ${dir}/secrets`];
  await writeOwnFiles(dir, {
    secrets: 'backup:long-and-not-guessed\n',
    'rsyncd.conf': [
      ...['use chroot = no', `pid file = ${dir}/pid`, '[backup]', `path = ${dir}/backup`, 'read only = yes'],
      ...(strength === 'weak' ? [] : guarded),
      '',
    ].join('\n'),
  });
  return startDaemon({
    label: `${strength} rsync`,
    program,
    arguments: ['--daemon', '--no-detach', `--address=${address}`, '--config', join(dir, 'rsyncd.conf')],
    dir,
    user: 'unprivileged',
    ready: greets(address, 873, '@RSYNCD:'),
  });
};

/** Samba: version 1 and no signatures, or inside only. Its shares: none. It has to be root. */
export const samba: StartService = async ({ address, inner, dir, strength }) => {
  const program = requireProgram('smbd', 'samba');
  const listen = strength === 'weak' ? address : inner;
  const folders = ['private', 'lock', 'state', 'cache', 'pid', 'ncalrpc', 'binddns'];
  for (const folder of folders) await mkdir(join(dir, folder), { mode: 0o755 });
  await writeOwnFiles(dir, {
    'smb.conf': `
[global]
interfaces = ${listen}/32
bind interfaces only = yes
smb ports = 445
server role = standalone server
server min protocol = ${strength === 'weak' ? 'NT1' : 'SMB3'}
server signing = ${strength === 'weak' ? 'disabled' : 'mandatory'}
disable spoolss = yes
load printers = no
private dir = ${dir}/private
lock directory = ${dir}/lock
state directory = ${dir}/state
cache directory = ${dir}/cache
pid directory = ${dir}/pid
ncalrpc dir = ${dir}/ncalrpc
binddns dir = ${dir}/binddns
log file = ${dir}/log
`,
  });
  return startDaemon({
    label: `${strength} Samba`,
    program,
    arguments: ['-F', '--no-process-group', '-s', join(dir, 'smb.conf'), '-l', dir],
    dir,
    user: 'root',
    interfaceAddresses: [listen],
    logs: ['log', 'log.smbd'],
    ready: async () => (await firstTcpBytes(listen, 445, negotiate)) !== null,
  });
};

/** MS-SMB2 §2.2.3 with the dialects 2.1 and 3.0. */
const negotiate = Buffer.concat([
  Buffer.from('00000068fe534d4240000000000000000000010000000000', 'hex'),
  Buffer.alloc(44),
  Buffer.from('240002000100', 'hex'),
  Buffer.alloc(30),
  Buffer.from('10020003', 'hex'),
]);

/** slapd: its tree for anyone, or nothing without a login. */
export const slapd: StartService = async ({ address, dir, strength }) => {
  const program = requireProgram('slapd', 'slapd');
  await mkdir(join(dir, 'data'));
  await chown(join(dir, 'data'), nobody.uid, nobody.gid);
  const access = strength === 'weak' ? 'access to * by * read' : 'require authc\ndisallow bind_anon';
  await writeOwnFiles(dir, {
    'slapd.conf': `
include /etc/ldap/schema/core.schema
modulepath /usr/lib/ldap
moduleload back_mdb
${access}
database mdb
suffix "dc=town,dc=test"
rootdn "cn=admin,dc=town,dc=test"
directory ${dir}/data
maxsize 10485760
`,
    'town.ldif': 'dn: dc=town,dc=test\nobjectClass: dcObject\nobjectClass: organization\ndc: town\no: Town\n',
  });
  const configured = ['-f', join(dir, 'slapd.conf')];
  await run(requireProgram('setpriv', 'util-linux'), [
    ...[`--reuid=${nobody.uid}`, `--regid=${nobody.gid}`, '--clear-groups'],
    ...[requireProgram('slapadd', 'slapd'), ...configured, '-l', join(dir, 'town.ldif')],
  ]);
  return startDaemon({
    label: `${strength} slapd`,
    program,
    arguments: [...configured, '-h', `ldap://${address}:389`, '-d', '0'],
    dir,
    user: 'unprivileged',
    ready: async () =>
      (await firstTcpBytes(address, 389, Buffer.from('300c020101600702010304008000', 'hex'))) !== null,
  });
};

/**
 * ntpsec's ntpd, which answers control queries. It sets no clock: it has no servers and is told not to. It holds its
 * port on every address, so that no second one fits on a machine.
 */
export const ntpd: StartService = async ({ address, dir, strength }) => {
  if (strength === 'hardened') throw new BedUnavailableError('only one ntpd fits on a machine');
  const program = requireProgram('ntpd', 'ntpsec');
  const restriction = 'restrict 127.0.0.0 mask 255.0.0.0 nomodify';
  await writeOwnFiles(dir, {
    'ntp.conf': `${restriction}\ndisable ntp\ndisable kernel\ninterface ignore all\ninterface listen ${address}\n`,
  });
  return startDaemon({
    label: `${strength} ntpd`,
    program,
    arguments: ['-n', '-c', join(dir, 'ntp.conf'), '-p', join(dir, 'pid'), '-l', join(dir, 'log')],
    dir,
    user: 'root',
    interfaceAddresses: [address],
    logs: ['log'],
    ready: async () => (await udpAnswer(address, 123, Buffer.from(`23${'00'.repeat(47)}`, 'hex'))) !== null,
  });
};

/** OpenIPMI's simulator: cipher 0, a user without a name, hashes for anyone; or inside only. */
export const ipmiSim: StartService = async ({ address, inner, dir, strength }) => {
  const program = requireProgram('ipmi_sim', 'openipmi');
  const listen = strength === 'weak' ? address : inner;
  const kinds = ['callback', 'user', 'operator', 'admin'];
  await mkdir(join(dir, 'state'));
  await chown(join(dir, 'state'), nobody.uid, nobody.gid);
  await writeOwnFiles(dir, {
    'lan.conf': [
      ...['name "bed"', 'set_working_mc 0x20', 'startlan 1', `  addr ${listen} 623`, '  priv_limit admin'],
      ...kinds.map((kind) => `  allowed_auths_${kind} none md2 md5 straight`),
      ...['  guid a123456789abcdefa123456789abcdef', 'endlan'],
      'user 1 true "" "test" admin 10 none md2 md5 straight',
      'user 2 true "ADMIN" "test" admin 10 none md2 md5 straight',
      '',
    ].join('\n'),
    'bed.emu': [
      'mc_setbmc 0x20',
      'mc_add 0x20 0 no-device-sdrs 0x23 9 8 0x9f 0x1291 0xf02 persist_sdr',
      'mc_enable 0x20',
      '',
    ].join('\n'),
  });
  return startDaemon({
    label: `${strength} ipmi_sim`,
    program,
    arguments: ['-n', '-c', join(dir, 'lan.conf'), '-f', join(dir, 'bed.emu'), '-s', join(dir, 'state')],
    dir,
    user: 'unprivileged',
    ready: async () => (await udpAnswer(listen, 623, authCapabilities)) !== null,
  });
};

const authCapabilities = Buffer.from('0600ff07000000000000000000092018c88100388e04b5', 'hex');
