import { type ChildProcess, execFile, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { startWatchdog } from '../beds/watchdog.ts';

/** A network of its own: nothing but its loopback and the link to its twin. */
export interface Namespace {
  readonly name: string;
  readonly address: string;
  /** Starts a program inside. */
  spawn(program: string, args: readonly string[], options?: SpawnOptions): ChildProcess;
  /** Runs a program inside to its end. Rejects on a non-zero exit code, as execFile does. */
  run(
    program: string,
    args: readonly string[],
  ): Promise<{ readonly stdout: string; readonly stderr: string }>;
}

/** Two networks that reach each other and nothing else. Disposing ends every process inside and removes them. */
export interface NamespacePair extends AsyncDisposable {
  readonly first: Namespace;
  readonly second: Namespace;
}

const addresses = ['10.77.0.1', '10.77.0.2'] as const;
let pairs = 0;

/** Whether this machine lets us make network namespaces; the reason is for the skip of a test. */
export function namespacesAllowed(): { allowed: true } | { allowed: false; reason: string } {
  if (process.platform !== 'linux') return { allowed: false, reason: 'network namespaces need Linux' };
  if (process.getuid?.() !== 0) return { allowed: false, reason: 'network namespaces need root' };
  const name = `enkaku-try-${process.pid}`;
  const added = spawnSync('ip', ['netns', 'add', name], { encoding: 'utf8' });
  if (added.error !== undefined)
    return { allowed: false, reason: 'ip is not installed (apt-get install iproute2)' };
  if (added.status !== 0)
    return { allowed: false, reason: `network namespaces are refused: ${added.stderr.trim()}` };
  spawnSync('ip', ['netns', 'delete', name]);
  return { allowed: true };
}

/** 10.77.0.1 and 10.77.0.2, each in a namespace of its own, joined by a cable. Needs `namespacesAllowed()`. */
export async function createNamespacePair(): Promise<NamespacePair> {
  pairs += 1;
  const names = ['a', 'b'].map((side) => `enkaku-${process.pid}-${pairs}-${side}`) as [string, string];
  const watchdog = startWatchdog(cleanUp, names);

  async function dispose(): Promise<void> {
    for (const name of names) await removeNamespace(name);
    watchdog.cancel();
  }

  try {
    for (const name of names) await ip('netns', 'add', name);
    await ip(
      'link',
      'add',
      'cable',
      'netns',
      names[0],
      'type',
      'veth',
      'peer',
      'name',
      'cable',
      'netns',
      names[1],
    );
    for (const [index, name] of names.entries()) {
      await ip('-n', name, 'address', 'add', `${addresses[index]}/24`, 'dev', 'cable');
      await ip('-n', name, 'link', 'set', 'lo', 'up');
      await ip('-n', name, 'link', 'set', 'cable', 'up');
    }
  } catch (error) {
    await dispose();
    throw error;
  }
  return {
    first: namespace(names[0], addresses[0]),
    second: namespace(names[1], addresses[1]),
    [Symbol.asyncDispose]: dispose,
  };
}

function namespace(name: string, address: string): Namespace {
  const inside = (program: string, args: readonly string[]) => ['netns', 'exec', name, program, ...args];
  return {
    name,
    address,
    spawn: (program, args, options = {}) => spawn('ip', inside(program, args), options),
    run: (program, args) => promisify(execFile)('ip', inside(program, args)),
  };
}

/** SIGKILL, because a process that outlives its network would only wait for time-outs. */
const cleanUp = `
  for name; do
    pids=$(ip netns pids "$name") && [ -n "$pids" ] && kill -s KILL $pids
    ip netns delete "$name"
  done
`;

async function removeNamespace(name: string): Promise<void> {
  const { stdout } = await ip('netns', 'pids', name).catch(() => ({ stdout: '' }));
  for (const pid of stdout.split('\n').filter(Boolean)) {
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // it ended by itself
    }
  }
  await ip('netns', 'delete', name).catch(() => undefined); // it was never made
}

function ip(...args: readonly string[]): Promise<{ stdout: string }> {
  return promisify(execFile)('ip', args);
}
