import { spawn } from 'node:child_process';
import { findProgram } from './find-program.ts';

export type Presence =
  | { readonly state: 'present' | 'installed' }
  /** `command` is what a person has to run. */
  | { readonly state: 'missing'; readonly command: string };

export interface Machine {
  readonly searchPath: string;
  readonly isRoot: boolean;
  /** @returns the exit code */
  readonly run: (file: string, args: readonly string[]) => Promise<number>;
}

const byManager = [
  ['apt-get', 'sudo apt-get install -y nmap'],
  ['dnf', 'sudo dnf install -y nmap'],
  ['apk', 'sudo apk add nmap'],
  ['brew', 'brew install nmap'],
] as const;

/** Sees to it that nmap is there: as root with apt-get it is installed, otherwise the command for it is told. */
export async function ensureNmap(nmapPath: string, machine: Machine): Promise<Presence> {
  const { searchPath, isRoot, run } = machine;
  if (findProgram(nmapPath, searchPath) !== undefined) return { state: 'present' };
  const aptGet = findProgram('apt-get', searchPath);
  if (isRoot && aptGet !== undefined && nmapPath === 'nmap') {
    const install = () => run(aptGet, ['install', '-y', '--no-install-recommends', 'nmap']);
    // Lists of packages may be absent or old; they are fetched only where that stands in the way.
    if ((await install()) !== 0 && (await run(aptGet, ['update'])) === 0) await install();
    if (findProgram(nmapPath, searchPath) !== undefined) return { state: 'installed' };
  }
  const manager = byManager.find(([name]) => findProgram(name, searchPath) !== undefined);
  return { state: 'missing', command: manager?.[1] ?? 'sudo apt-get install -y nmap' };
}

/** This machine; what the package manager says goes to stderr. */
export function thisMachine(): Machine {
  return {
    searchPath: process.env.PATH ?? '',
    isRoot: process.getuid?.() === 0,
    run: (file, args) =>
      new Promise((resolve) => {
        const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
        const child = spawn(file, [...args], { stdio: ['ignore', process.stderr, process.stderr], env });
        child.once('error', () => resolve(-1));
        child.once('close', (code) => resolve(code ?? -1));
      }),
  };
}
