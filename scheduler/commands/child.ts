import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export interface ChildOptions {
  readonly name: string;
  /** The program, from the top of the repository, and its arguments; asked for anew at every start. */
  command(): Promise<readonly [program: string, ...args: string[]]>;
  readonly env: NodeJS.ProcessEnv;
  /** Where its log goes: a file descriptor, or nowhere. */
  readonly output: number | 'ignore';
  /** Told when it ended by itself. */
  readonly died: (why: string) => void;
}

/** A program that is kept running. */
export interface Child extends AsyncDisposable {
  readonly name: string;
  /** The running process; undefined between two starts. */
  readonly pid: number | undefined;
  restart(): Promise<void>;
}

const root = new URL('../../', import.meta.url);
const preload = fileURLToPath(new URL('./end-with-parent.ts', import.meta.url));
/** A small nursery: what is garbage is swept a little more often, and each process needs 20 to 40 MB less. */
const frugal = ['--optimize-for-size', '--max-semi-space-size=1'];
const pauses = { firstMs: 500, longestMs: 30_000 } as const;
const healthyMs = 60_000;
const patienceMs = 2500;

/** Starts a program and starts it again whenever it ends, after a pause that grows. Closing ends it within 3 s. */
export function keepRunning(options: ChildOptions): Child {
  const ending = new AbortController();
  let current: ChildProcess | undefined;
  let asked: 'to restart' | 'nothing' = 'nothing';
  const kept = keep();

  async function keep(): Promise<void> {
    let pauseMs: number = pauses.firstMs;
    while (!ending.signal.aborted) {
      const startedAt = performance.now();
      const why = await runOnce();
      if (ending.signal.aborted) return;
      if (asked === 'to restart') {
        asked = 'nothing';
        continue;
      }
      options.died(why);
      if (performance.now() - startedAt > healthyMs) pauseMs = pauses.firstMs;
      await sleep(pauseMs, undefined, { signal: ending.signal }).catch(() => undefined);
      pauseMs = Math.min(pauses.longestMs, pauseMs * 2);
    }
  }

  async function runOnce(): Promise<string> {
    try {
      const [program, ...args] = await options.command();
      if (ending.signal.aborted) return 'ended';
      current = start(options, fileURLToPath(new URL(program, root)), args);
      const [code, signal] = await once(current, 'exit');
      return signal === null ? `exit ${code}` : `${signal}`;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    } finally {
      current = undefined;
    }
  }

  return {
    name: options.name,
    get pid() {
      return current?.pid;
    },
    async restart() {
      if (current === undefined) return;
      asked = 'to restart';
      await end(current);
    },
    async [Symbol.asyncDispose]() {
      ending.abort();
      if (current !== undefined) await end(current);
      await kept;
    },
  };
}

function start({ env, output }: ChildOptions, program: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [...frugal, '--import', preload, program, ...args], {
    env,
    stdio: ['ignore', output, output, 'ipc'],
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const killing = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  await ended;
  clearTimeout(killing);
}
