import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BedUnavailableError, type Strength } from '../contract.ts';
import { nobody, requireProgram, startDaemon, writeOwnFiles } from '../daemon.ts';
import { firstTcpBytes } from '../ready.ts';

export interface ServiceOptions {
  /** What the Internet sees. */
  readonly address: string;
  /** What the servers of the office see of each other: where a hardened store listens. */
  readonly inner: string;
  readonly dir: string;
  readonly strength: Strength;
}

/** Starts a server that answers once the promise resolves. @throws BedUnavailableError | BedFailedError */
export type StartService = (options: ServiceOptions) => Promise<AsyncDisposable>;

const listensOn = ({ address, inner, strength }: ServiceOptions) => (strength === 'weak' ? address : inner);

/** Redis: for anyone, or with a password and inside only. */
export const redis: StartService = async (options) => {
  const { dir, strength } = options;
  const address = listensOn(options);
  await writeOwnFiles(dir, {});
  const access = strength === 'weak' ? ['--protected-mode', 'no'] : ['--requirepass', 'long-and-not-guessed'];
  return startDaemon({
    label: `${strength} Redis`,
    program: requireProgram('redis-server', 'redis-server'),
    arguments: [
      '--bind',
      address,
      '--port',
      '6379',
      '--dir',
      dir,
      '--save',
      '',
      '--appendonly',
      'no',
      ...access,
    ],
    dir,
    user: 'unprivileged',
    ready: async () => (await firstTcpBytes(address, 6379, 'PING\r\n')) !== null,
  });
};

/** memcached: TCP and UDP for anyone, or TCP inside only. */
export const memcached: StartService = async (options) => {
  const { dir, strength } = options;
  const address = listensOn(options);
  await writeOwnFiles(dir, {});
  return startDaemon({
    label: `${strength} memcached`,
    program: requireProgram('memcached', 'memcached'),
    arguments: [
      '-l',
      address,
      '-p',
      '11211',
      '-U',
      strength === 'weak' ? '11211' : '0',
      '-m',
      '16',
      '-t',
      '1',
    ],
    dir,
    user: 'unprivileged',
    ready: async () => (await firstTcpBytes(address, 11_211, 'version\r\n'))?.startsWith('VERSION') ?? false,
  });
};

/** MariaDB without its tables of users: nobody gets further than its greeting. */
export const mariadb: StartService = async (options) => {
  const { dir, strength } = options;
  const address = listensOn(options);
  await writeOwnFiles(dir, {});
  await ownFolder(join(dir, 'data'));
  return startDaemon({
    label: `${strength} MariaDB`,
    program: requireProgram('mariadbd', 'mariadb-server'),
    arguments: [
      ...['--no-defaults', '--skip-grant-tables', '--skip-ssl', '--skip-log-bin'],
      ...[`--datadir=${join(dir, 'data')}`, `--socket=${join(dir, 's')}`, `--pid-file=${join(dir, 'pid')}`],
      ...[
        `--bind-address=${address}`,
        '--port=3306',
        '--innodb-buffer-pool-size=8M',
        '--innodb-log-file-size=4M',
      ],
    ],
    dir,
    user: 'unprivileged',
    ready: async () => (await firstTcpBytes(address, 3306))?.includes('MariaDB') ?? false,
  });
};

/** PostgreSQL without TLS. */
export const postgresql: StartService = async (options) => {
  const { dir, strength } = options;
  const address = listensOn(options);
  const programs = postgresPrograms();
  await writeOwnFiles(dir, {});
  const data = join(dir, 'data');
  await promisify(execFile)(
    requireProgram('setpriv', 'util-linux'),
    [
      ...[`--reuid=${nobody.uid}`, `--regid=${nobody.gid}`, '--clear-groups', join(programs, 'initdb')],
      ...['-D', data, '-A', 'reject', '-U', 'owner', '--no-sync'],
    ],
    { cwd: dir, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' } },
  );
  return startDaemon({
    label: `${strength} PostgreSQL`,
    program: join(programs, 'postgres'),
    arguments: ['-D', data, '-h', address, '-p', '5432', '-k', dir, '-c', 'fsync=off', '-c', 'ssl=off'],
    dir,
    user: 'unprivileged',
    ready: async () => (await firstTcpBytes(address, 5432, sslRequest)) === 'N',
  });
};

const sslRequest = Buffer.from('0000000804d2162f', 'hex');

function postgresPrograms(): string {
  const all = '/usr/lib/postgresql';
  const [version] = existsSync(all) ? readdirSync(all).sort().reverse() : [];
  if (version === undefined) {
    throw new BedUnavailableError('postgresql is not installed (apt-get install postgresql)');
  }
  return join(all, version, 'bin');
}

/** Squid: relays for anyone, or for the office alone. Names lead nowhere: it has no name server. */
export const squid: StartService = async ({ address, dir, strength }) => {
  await writeOwnFiles(dir, {
    'squid.conf': `
http_port ${address}:3128
http_access ${strength === 'weak' ? 'allow' : 'deny'} all
pid_filename ${dir}/squid.pid
cache_log ${dir}/cache.log
access_log none
cache_store_log none
netdb_filename none
cache deny all
hosts_file none
dns_nameservers 127.0.0.1
dns_timeout 1 seconds
dns_retransmit_interval 1 seconds
shutdown_lifetime 0 seconds
visible_hostname proxy.${strength}.test
`,
  });
  return startDaemon({
    label: `${strength} Squid`,
    program: requireProgram('squid', 'squid'),
    arguments: ['-N', '-f', join(dir, 'squid.conf')],
    dir,
    user: 'unprivileged',
    logs: ['cache.log'],
    ready: async () => (await firstTcpBytes(address, 3128, 'GET / HTTP/1.0\r\n\r\n')) !== null,
  });
};

/** mosquitto: for anyone, or for users alone. */
export const mosquitto: StartService = async ({ address, dir, strength }) => {
  const allow = strength === 'weak' ? 'true' : 'false';
  await writeOwnFiles(dir, {
    'mosquitto.conf': `listener 1883 ${address}\nallow_anonymous ${allow}\npersistence false\n`,
  });
  return startDaemon({
    label: `${strength} mosquitto`,
    program: requireProgram('mosquitto', 'mosquitto'),
    arguments: ['-c', join(dir, 'mosquitto.conf')],
    dir,
    user: 'unprivileged',
    ready: async () =>
      (await firstTcpBytes(address, 1883, '\x10\x0f\0\x04MQTT\x04\x02\0\x0f\0\x03bed')) !== null,
  });
};

/** CUPS: its pages for anyone, or inside only. */
export const cups: StartService = async (options) => {
  const { dir, strength } = options;
  const address = listensOn(options);
  for (const folder of ['root', 'cache', 'state', 'spool', 'log']) await ownFolder(join(dir, folder));
  await writeOwnFiles(dir, {
    'cupsd.conf': `
Listen ${address}:631
WebInterface Yes
Browsing Off
LogLevel warn
<Location />
  Order allow,deny
  Allow all
</Location>
`,
    'cups-files.conf': `
User nobody
Group nogroup
SystemGroup nogroup
ServerRoot ${dir}/root
CacheDir ${dir}/cache
StateDir ${dir}/state
RequestRoot ${dir}/spool
AccessLog ${dir}/log/access
ErrorLog ${dir}/log/error
PageLog ${dir}/log/page
`,
  });
  return startDaemon({
    label: `${strength} CUPS`,
    program: requireProgram('cupsd', 'cups'),
    arguments: ['-f', '-c', join(dir, 'cupsd.conf'), '-s', join(dir, 'cups-files.conf')],
    dir,
    user: 'unprivileged',
    logs: ['log/error'],
    ready: async () => (await firstTcpBytes(address, 631, 'GET / HTTP/1.0\r\n\r\n')) !== null,
  });
};

async function ownFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true });
  await chown(path, nobody.uid, nobody.gid);
}
