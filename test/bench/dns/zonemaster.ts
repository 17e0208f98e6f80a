import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** One message of zonemaster-cli of the level NOTICE or above. */
export interface ZonemasterMessage {
  readonly testcase: string;
  readonly tag: string;
  readonly level: string;
}

export interface PeerRun {
  readonly seconds: number;
  readonly stdout: string;
}

/** A run of another program from its start to its end; null where it is not installed. */
export async function runPeer(program: string, args: readonly string[]): Promise<PeerRun | null> {
  const startedMs = performance.now();
  try {
    const { stdout } = await promisify(execFile)(program, args, {
      timeout: 120_000,
      maxBuffer: 64 * 1024 * 1024,
    });
    return { seconds: (performance.now() - startedMs) / 1000, stdout };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Where zonemaster-cli begins: our own root, so that no question leaves the machine. */
export async function writeHints(dir: string, root: string): Promise<string> {
  const file = join(dir, 'hints');
  await writeFile(file, `.\t3600\tIN\tNS\tns.root.\nns.root.\t3600\tIN\tA\t${root}\n`);
  return file;
}

export async function runZonemaster(zone: string, hints: string): Promise<PeerRun | null> {
  return await runPeer('zonemaster-cli', [
    '--hints',
    hints,
    '--no-ipv6',
    '--json',
    '--level',
    'NOTICE',
    zone,
  ]);
}

export function messagesOf({ stdout }: PeerRun): readonly ZonemasterMessage[] {
  return JSON.parse(stdout);
}
