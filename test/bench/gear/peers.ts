import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { TownHost } from './town-host.ts';

export interface PeerRun {
  readonly name: string;
  /** null: not run; `why` tells. */
  readonly seconds: number | null;
  readonly why: string;
  readonly stdout: string;
}

const longestMs = 600_000;

/** The programs that together look at what a diagnosis looks at, one after another, as one would run them by hand. */
export async function runChain(host: TownHost): Promise<readonly PeerRun[]> {
  const dir = await mkdtemp(path.join(tmpdir(), 'enkaku-peers-'));
  const testssl = ['--nodns', 'none', '--warnings', 'batch', '--quiet', '--color', '0'];
  try {
    return [
      await run('nmap -sV', 'nmap', ['-n', '-Pn', '-sV', '-p', host.ports.join(','), host.address]),
      await run('testssl.sh :443', 'testssl', [...testssl, `${host.address}:443`]),
      await run('testssl.sh :25', 'testssl', [...testssl, '-t', 'smtp', `${host.address}:25`]),
      await runSshAudit(host.address),
      await run('mdn-http-observatory', 'mdn-http-observatory-scan', [host.address]),
    ];
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

export function runSshAudit(address: string): Promise<PeerRun> {
  return run('ssh-audit', 'ssh-audit', ['-j', address]);
}

/** Peers end with other codes than 0 for what they found; only one that is not there, or hangs, did not run. */
async function run(name: string, program: string, args: readonly string[]): Promise<PeerRun> {
  const startedAt = performance.now();
  const { stdout, missing } = await promisify(execFile)(program, args, {
    timeout: longestMs,
    maxBuffer: 64 * 1024 * 1024,
  }).then(
    (done) => ({ stdout: done.stdout, missing: false }),
    (error: { code: unknown; stdout?: string }) => ({
      stdout: error.stdout ?? '',
      missing: error.code === 'ENOENT',
    }),
  );
  if (missing) return { name, seconds: null, why: `${program} is not installed`, stdout: '' };
  return { name, seconds: (performance.now() - startedAt) / 1000, why: '', stdout };
}
