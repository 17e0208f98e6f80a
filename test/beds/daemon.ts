import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, chown, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { BedFailedError, BedUnavailableError } from './contract.ts';
import { startWatchdog, systemPath } from './watchdog.ts';

export interface DaemonOptions {
  /** For messages: `nginx`. */
  readonly label: string;
  readonly program: string;
  readonly arguments: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Its own folder; removed when it has ended. */
  readonly dir: string;
  /** `unprivileged`: runs as nobody with nothing but the right to bind low ports. `root`: it drops rights by itself. */
  readonly user: 'unprivileged' | 'root';
  /** Addresses given to the loopback interface while it runs. */
  readonly interfaceAddresses?: readonly string[];
  /** Further log files to quote when it does not come up. */
  readonly logs?: readonly string[];
  /** True once the server answers as it should. */
  ready(): Promise<boolean>;
}

/** The uid and gid of nobody and nogroup on Debian. */
export const nobody = { uid: 65_534, gid: 65_534 } as const;
const readyDeadlineMs = 20_000;
const stopDeadlineMs = 5_000;
const pollMs = 40;
const logTailCharacters = 1_500;
/** Arguments: process group, folder, the folder around it (which goes with the last bed), loopback addresses. */
const cleanUp = `
  kill -s KILL -- "-$1"; rm -rf -- "$2"; rmdir -- "$3"; shift 3
  for address; do ip address del "$address/32" dev lo; done
`;

/** The path of an installed program. Throws BedUnavailableError when it, or root, is missing. */
export function requireProgram(program: string, packageName: string): string {
  if (process.platform !== 'linux') throw new BedUnavailableError(`${packageName} beds need Linux`);
  if (process.getuid?.() !== 0)
    throw new BedUnavailableError(`${packageName} needs root for its standard ports`);
  for (const folder of systemPath.split(':')) {
    if (existsSync(join(folder, program))) return join(folder, program);
  }
  throw new BedUnavailableError(`${packageName} is not installed (apt-get install ${packageName})`);
}

/** Writes files of a daemon that runs as nobody: readable by it and by nobody else. */
export async function writeOwnFiles(dir: string, files: Readonly<Record<string, string>>): Promise<void> {
  await chown(dir, nobody.uid, nobody.gid);
  await chmod(dir, 0o755);
  for (const [name, content] of Object.entries(files)) {
    const path = join(dir, name);
    await writeFile(path, content, { mode: 0o600 });
    await chown(path, nobody.uid, nobody.gid);
  }
}

/** Starts a server process and waits until it answers. Throws BedFailedError with the end of its log. */
export async function startDaemon(options: DaemonOptions): Promise<AsyncDisposable> {
  const { dir, interfaceAddresses = [] } = options;
  const [program, ...args] = commandLine(options);
  const log = await open(join(dir, 'output.log'), 'a');
  for (const address of interfaceAddresses) await addLoopbackAddress(address);
  // A process group of its own, so that its workers can be ended with it.
  const child = spawn(program, args, {
    cwd: dir,
    env: { PATH: systemPath, LANG: 'C.UTF-8', ...options.environment },
    stdio: ['ignore', log.fd, log.fd],
    detached: true,
  });
  await once(child, 'spawn');
  await log.close();
  const group = child.pid as number;
  const watchdog = startWatchdog(cleanUp, [String(group), dir, dirname(dir), ...interfaceAddresses]);

  async function stop(): Promise<void> {
    await endGroup(group);
    watchdog.cancel();
    for (const address of interfaceAddresses) await removeLoopbackAddress(address);
    await rm(dir, { recursive: true, force: true });
  }

  try {
    await waitUntilReady(options, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { [Symbol.asyncDispose]: stop };
}

function commandLine(options: DaemonOptions): [string, ...string[]] {
  const command: [string, ...string[]] = [options.program, ...options.arguments];
  if (options.user === 'root') return command;
  return [
    requireProgram('setpriv', 'util-linux'),
    `--reuid=${nobody.uid}`,
    `--regid=${nobody.gid}`,
    '--clear-groups',
    '--inh-caps=-all,+net_bind_service',
    '--ambient-caps=-all,+net_bind_service',
    '--bounding-set=-all,+net_bind_service',
    '--no-new-privs',
    ...command,
  ];
}

async function addLoopbackAddress(address: string): Promise<void> {
  try {
    await runIp('add', address);
  } catch (error) {
    const message = String((error as { stderr?: unknown }).stderr ?? error).trim();
    // Another daemon has it as well, or a run that was killed together with its watchdog left it.
    if (/File exists|already assigned/.test(message)) return;
    throw new BedUnavailableError(`${address} cannot be given to the loopback interface: ${message}`);
  }
}

/** It may be gone already: then there is nothing to do. */
async function removeLoopbackAddress(address: string): Promise<void> {
  await runIp('del', address).catch(() => undefined);
}

function runIp(verb: 'add' | 'del', address: string): Promise<unknown> {
  return promisify(execFile)('ip', ['address', verb, `${address}/32`, 'dev', 'lo'], {
    env: { PATH: systemPath },
  });
}

async function waitUntilReady(options: DaemonOptions, child: ChildProcess): Promise<void> {
  const deadline = performance.now() + readyDeadlineMs;
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) {
      const end = child.signalCode ?? `exit code ${child.exitCode}`;
      throw new BedFailedError(`${options.label} ended at once (${end}): ${await logTail(options)}`);
    }
    if (await options.ready()) return;
    if (performance.now() > deadline) {
      throw new BedFailedError(
        `${options.label} did not answer within ${readyDeadlineMs} ms: ${await logTail(options)}`,
      );
    }
    await delay(pollMs);
  }
}

async function logTail(options: DaemonOptions): Promise<string> {
  const files = ['output.log', ...(options.logs ?? [])].map((file) => join(options.dir, file));
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => '')));
  return texts.join('').trim().slice(-logTailCharacters);
}

/** SIGTERM, then SIGKILL; resolves when no process of the group is left. */
async function endGroup(group: number): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (!signalGroup(group, signal)) return;
    const deadline = performance.now() + stopDeadlineMs;
    while (performance.now() < deadline) {
      if (!(await groupLives(group))) return;
      await delay(pollMs);
    }
  }
  throw new Error(`Processes of group ${group} outlive SIGKILL`);
}

function signalGroup(group: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(-group, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

/** Zombies count as dead: in a container without an init process nobody collects orphans. */
async function groupLives(group: number): Promise<boolean> {
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = await readFile(`/proc/${entry}/stat`, 'utf8').catch(() => '');
    const [state, , processGroup] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (Number(processGroup) === group && state !== 'Z') return true;
  }
  return false;
}
