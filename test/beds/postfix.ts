import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, glob, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Bed, BedUnavailableError, type StartOptions, type Strength } from './contract.ts';
import { requireProgram, startDaemon } from './daemon.ts';
import { firstTcpBytes } from './ready.ts';

const programFolder = '/usr/lib/postfix/sbin';

/**
 * Postfix on ports 25 and 587; the weak one also without TLS where it belongs (465) and with a TLS that never comes
 * about (2525). Nothing can be sent through it: DATA is refused, and neither a queue manager
 * nor a client is among its services.
 */
export async function startPostfix(options: StartOptions): Promise<Bed> {
  const { address, ca, dir, strength } = options;
  requireProgram('postfix', 'postfix');
  const host = `mail.${strength}.test`;
  const leaf = await ca.issue(strength === 'weak' ? 'neglected' : 'good', [host]);
  await createFolders(dir);
  const files = {
    'main.cf': mainConfiguration(dir, strength, await offersAuth()),
    'master.cf': masterConfiguration(address, strength),
    'mail.crt': leaf.chainPem,
    'mail.key': leaf.keyPem,
    'openssl.cnf': strength === 'weak' ? '' : modernSignatures,
    'sasl/smtpd.conf': 'pwcheck_method: saslauthd\nmech_list: PLAIN LOGIN\n',
  };
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(dir, name), content, { mode: name.endsWith('.key') ? 0o600 : 0o644 });
  }
  const server = await startDaemon({
    label: `${strength} Postfix`,
    program: join(programFolder, 'master'),
    arguments: ['-d', '-c', dir],
    dir,
    user: 'root',
    environment: { MAIL_CONFIG: dir },
    logs: ['mail.log'],
    ready: async () => (await firstTcpBytes(address, 25))?.startsWith('220 ') ?? false,
  });
  return {
    daemon: 'postfix',
    strength,
    address,
    names: [host],
    tcpPorts: strength === 'weak' ? [25, 465, 587, 2525] : [25, 587],
    udpPorts: [],
    zones: [],
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

function mainConfiguration(dir: string, strength: Strength, auth: boolean): string {
  const domain = `${strength}.test`;
  return `
compatibility_level = 3.6
queue_directory = ${dir}/queue
data_directory = ${dir}/data
daemon_directory = ${programFolder}
maillog_file = ${dir}/mail.log
maillog_file_prefixes = ${dir}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mail.${domain}
mydomain = ${domain}
myorigin = ${domain}
mydestination = ${domain}
local_recipient_maps = inline:{ postmaster=1, root=1, info=1 }
alias_maps =
biff = no
smtp_dns_support_level = disabled
smtpd_peername_lookup = no
smtpd_data_restrictions = reject
smtpd_client_connection_rate_limit = 0
tls_config_file = ${dir}/openssl.cnf
smtpd_tls_chain_files = ${dir}/mail.key, ${dir}/mail.crt
cyrus_sasl_config_path = ${dir}/sasl
smtpd_sasl_type = cyrus
smtpd_sasl_auth_enable = ${auth ? 'yes' : 'no'}
${strength === 'weak' ? weakSettings : hardenedSettings}`;
}

/** An open relay that offers AUTH in clear text, and no STARTTLS on port 25 (see `masterConfiguration`). */
const weakSettings = `
smtpd_banner = $myhostname ESMTP $mail_name $mail_version (Debian/GNU)
mynetworks = 0.0.0.0/0
smtpd_relay_restrictions = reject_unlisted_recipient, permit_mynetworks, reject_unauth_destination
disable_vrfy_command = no
smtpd_tls_security_level = none
smtpd_tls_auth_only = no
smtpd_tls_protocols = >=TLSv1
smtpd_tls_ciphers = low
tls_low_cipherlist = ALL:COMPLEMENTOFALL:@SECLEVEL=0
`;

const hardenedSettings = `
smtpd_banner = $myhostname ESMTP
mynetworks =
smtpd_relay_restrictions = reject_unauth_destination
disable_vrfy_command = yes
smtpd_helo_required = yes
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_tls_protocols = >=TLSv1.2
smtpd_tls_ciphers = high
smtpd_tls_exclude_ciphers = aNULL, kRSA, SHA1, SHA256, SHA384, ARIA, CAMELLIA, AESCCM
tls_preempt_cipherlist = yes
`;

/** Postfix lowers OpenSSL's own level to 0, which allows signatures with SHA-1 to whoever wants nothing better. */
const modernSignatures = `
openssl_conf = settings
[settings]
ssl_conf = tls
[tls]
system_default = signatures
[signatures]
SignatureAlgorithms = ECDSA+SHA256:ECDSA+SHA384:RSA-PSS+SHA256:RSA+SHA256
`;

function masterConfiguration(address: string, strength: Strength): string {
  const submission = strength === 'weak' ? 'may' : 'encrypt';
  return `
${address}:25  inet n - n - - smtpd${strength === 'weak' ? '' : ' -o smtpd_sasl_auth_enable=no'}
${address}:587 inet n - n - - smtpd -o smtpd_tls_security_level=${submission}
${strength === 'weak' ? weakServices(address) : ''}cleanup   unix       n - n - 0 cleanup
rewrite   unix       - - n - - trivial-rewrite
anvil     unix       - - n - 1 anvil
tlsmgr    unix       - - n 1000? 1 tlsmgr
postlog   unix-dgram n - n - 1 postlogd
`;
}

function weakServices(address: string): string {
  return `${address}:465 inet n - n - - smtpd
${address}:2525 inet n - n - - smtpd
  -o smtpd_tls_security_level=may
  -o smtpd_tls_protocols=!TLSv1,!TLSv1.1,!TLSv1.2,!TLSv1.3
  -o myhostname=localhost.localdomain
`;
}

/** AUTH can only be offered where the mechanisms of Cyrus SASL are installed. */
async function offersAuth(): Promise<boolean> {
  for await (const _ of glob('/usr/lib/*/sasl2/libplain.so')) return true;
  return false;
}

/** The tree that `postfix set-permissions` would make. */
async function createFolders(dir: string): Promise<void> {
  const { postfix, postdrop } = await postfixIds();
  const folders: Readonly<Record<string, readonly [uid: number, gid: number, mode: number]>> = {
    sasl: [0, 0, 0o755],
    data: [postfix.uid, postfix.gid, 0o700],
    queue: [0, 0, 0o755],
    'queue/pid': [0, 0, 0o755],
    'queue/incoming': [postfix.uid, 0, 0o700],
    'queue/active': [postfix.uid, 0, 0o700],
    'queue/private': [postfix.uid, 0, 0o700],
    'queue/maildrop': [postfix.uid, postdrop.gid, 0o730],
    'queue/public': [postfix.uid, postdrop.gid, 0o710],
  };
  await chmod(dir, 0o755);
  for (const [name, [uid, gid, mode]] of Object.entries(folders)) {
    const path = join(dir, name);
    if (!existsSync(path)) await mkdir(path);
    await chown(path, uid, gid);
    await chmod(path, mode);
  }
}

interface Ids {
  readonly uid: number;
  readonly gid: number;
}

async function postfixIds(): Promise<{ postfix: Ids; postdrop: Ids }> {
  const run = promisify(execFile);
  try {
    const { stdout: user } = await run('getent', ['passwd', 'postfix']);
    const { stdout: group } = await run('getent', ['group', 'postdrop']);
    const [, , uid, gid] = user.split(':').map(Number);
    const postdrop = Number(group.split(':')[2]);
    return { postfix: { uid: uid ?? 0, gid: gid ?? 0 }, postdrop: { uid: 0, gid: postdrop } };
  } catch (cause) {
    throw new BedUnavailableError('Postfix has no user of its own on this machine', { cause });
  }
}
