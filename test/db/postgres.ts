import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { freePort } from '../../scheduler/commands/free-port.ts';
import { startWatchdog } from '../beds/watchdog.ts';
import { type PostgresPrograms, postgresPrograms } from './postgres-programs.ts';

/** A PostgreSQL of its own, on loopback, gone without a trace when it is closed. */
export interface Postgres extends AsyncDisposable {
  /** A new, empty database. @returns its `postgres://` address */
  createDatabase(name: string): Promise<string>;
}

const password = 'test';
const host = '127.0.0.1';

/** @returns the reason why there is none on this machine, in place of a server */
export async function startPostgres(): Promise<Postgres | string> {
  await using stack = new AsyncDisposableStack();
  try {
    const programs = stack.use(await postgresPrograms());
    const folder = await mkdtemp(path.join(tmpdir(), 'enkaku-pg-'));
    stack.defer(() => rm(folder, { recursive: true, force: true }));
    const { runAs } = programs;
    await writeFile(path.join(folder, 'password'), password);
    for (const place of [folder, path.join(folder, 'password')]) {
      if (runAs !== undefined) await chown(place, runAs.uid, runAs.gid);
    }
    await initialise(programs, folder);
    const port = await freePort(host);
    const server = await run(programs, folder, port);
    stack.defer(() => end(server));
    const owned = stack.move();
    return {
      async createDatabase(name) {
        await query(port, `create database ${JSON.stringify(name)}`);
        return `postgres://postgres:${password}@${host}:${port}/${name}`;
      },
      [Symbol.asyncDispose]: () => owned.disposeAsync(),
    };
  } catch (error) {
    return `no PostgreSQL can be started here: ${error instanceof Error ? error.message.split('\n')[0] : error}`;
  }
}

async function initialise({ initdb, runAs }: PostgresPrograms, folder: string): Promise<void> {
  const options = [
    '--no-sync',
    '--encoding=UTF8',
    '--locale=C',
    '--auth=scram-sha-256',
    '--username=postgres',
  ];
  const files = ['-D', path.join(folder, 'data'), `--pwfile=${path.join(folder, 'password')}`];
  const child = spawn(initdb, [...options, ...files], { ...runAs, cwd: folder, stdio: 'ignore' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`initdb ended with ${code}`);
}

/** Resolves when the server says that it is ready. */
async function run(
  { postgres, runAs }: PostgresPrograms,
  folder: string,
  port: number,
): Promise<ChildProcess> {
  const settings = ['fsync=off', 'unix_socket_directories=', `listen_addresses=${host}`];
  const args = ['-D', path.join(folder, 'data'), '-p', `${port}`, ...settings.flatMap((one) => ['-c', one])];
  const child = spawn(postgres, args, { ...runAs, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  await once(child, 'spawn');
  const watchdog = startWatchdog('kill -s QUIT "$1"', [`${child.pid}`]);
  child.once('exit', () => watchdog.cancel());
  for await (const line of createInterface({ input: child.stderr })) {
    if (line.includes('ready to accept connections')) {
      child.stderr.resume();
      return child;
    }
  }
  throw new Error('the server ended before it was ready');
}

/** Immediately: what is in it is not needed any more. */
async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGQUIT');
  await ended;
}

async function query(port: number, text: string): Promise<void> {
  const client = new Client({ host, port, user: 'postgres', password, database: 'postgres' });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
