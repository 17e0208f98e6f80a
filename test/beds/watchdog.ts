import { spawn } from 'node:child_process';
import type { Socket } from 'node:net';

export const systemPath = '/usr/sbin:/usr/bin:/sbin:/bin';

export interface Watchdog {
  /** Ends it without doing its work. */
  cancel(): void;
}

/**
 * Runs a shell script, with its arguments, when this process dies, SIGKILL included: the kernel then closes the pipe
 * that the watchdog reads from. It stands in a session of its own, so that Ctrl-C does not reach it first.
 */
export function startWatchdog(script: string, args: readonly string[]): Watchdog {
  const child = spawn('/bin/sh', ['-c', `read -r _\n${script}`, 'enkaku-watchdog', ...args], {
    env: { PATH: systemPath },
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  child.unref();
  (child.stdin as Socket).unref();
  return { cancel: () => child.kill('SIGKILL') };
}
