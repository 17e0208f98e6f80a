import { execFile } from 'node:child_process';
import { chown } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Bed, StartOptions, Strength } from './contract.ts';
import { nobody, requireProgram, startDaemon, writeOwnFiles } from './daemon.ts';
import { firstTcpBytes } from './ready.ts';

interface HostKey {
  readonly file: string;
  readonly type: string;
  readonly bits?: number;
}

const hostKeys: Readonly<Record<Strength, readonly HostKey[]>> = {
  weak: [
    { file: 'host_rsa', type: 'rsa', bits: 1024 },
    { file: 'host_dsa', type: 'dsa' },
  ],
  hardened: [{ file: 'host_ed25519', type: 'ed25519' }],
};

const algorithms: Readonly<Record<Strength, string>> = {
  weak: `
KexAlgorithms diffie-hellman-group1-sha1,diffie-hellman-group14-sha1,diffie-hellman-group-exchange-sha1,curve25519-sha256
HostKeyAlgorithms ssh-rsa,ssh-dss,rsa-sha2-256
Ciphers aes128-cbc,3des-cbc,aes256-cbc,aes128-ctr,chacha20-poly1305@openssh.com
MACs hmac-md5,hmac-sha1-96,hmac-md5-96,hmac-sha1,umac-64@openssh.com,hmac-sha2-256
`,
  hardened: `
KexAlgorithms sntrup761x25519-sha512@openssh.com,curve25519-sha256,curve25519-sha256@libssh.org
HostKeyAlgorithms ssh-ed25519
Ciphers aes256-gcm@openssh.com,aes128-gcm@openssh.com
MACs hmac-sha2-512-etm@openssh.com,hmac-sha2-256-etm@openssh.com
`,
};

/** OpenSSH. It runs as nobody, so nobody can log in: only its greeting and key exchange are of interest. */
export async function startOpenssh({ address, dir, strength }: StartOptions): Promise<Bed> {
  const program = requireProgram('sshd', 'openssh-server');
  await writeOwnFiles(dir, { sshd_config: configuration(dir, address, strength) });
  await Promise.all(hostKeys[strength].map((key) => generateHostKey(dir, key)));
  const server = await startDaemon({
    label: `${strength} OpenSSH`,
    program,
    arguments: ['-D', '-e', '-f', join(dir, 'sshd_config')],
    dir,
    user: 'unprivileged',
    ready: async () => (await firstTcpBytes(address, 22))?.startsWith('SSH-2.0-') ?? false,
  });
  return {
    daemon: 'openssh',
    strength,
    address,
    names: [`ssh.${strength}.test`],
    tcpPorts: [22],
    udpPorts: [],
    zones: [],
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

async function generateHostKey(dir: string, { file, type, bits }: HostKey): Promise<void> {
  const path = join(dir, file);
  const size = bits === undefined ? [] : ['-b', String(bits)];
  await promisify(execFile)('ssh-keygen', ['-q', '-t', type, ...size, '-N', '', '-C', '', '-f', path]);
  await chown(path, nobody.uid, nobody.gid);
}

function configuration(dir: string, address: string, strength: Strength): string {
  return `
ListenAddress ${address}:22
PidFile none
UsePAM no
StrictModes no
PermitRootLogin no
PasswordAuthentication ${strength === 'weak' ? 'yes' : 'no'}
KbdInteractiveAuthentication no
AuthorizedKeysFile none
LoginGraceTime 20
MaxStartups 100
${hostKeys[strength].map(({ file }) => `HostKey ${join(dir, file)}`).join('\n')}
${algorithms[strength]}`;
}
