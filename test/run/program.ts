import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Tally } from './tally.ts';

export const repository = join(import.meta.dirname, '../..');

export interface ProgramRun {
  readonly name: string;
  readonly durationMs: number;
  /** One test: it passed or it failed. */
  readonly tally: Tally;
}

/** Runs a tool of the root package as one test; its output goes to the terminal. */
export async function runProgram(
  name: string,
  packageName: string,
  command: string,
  args: readonly string[],
): Promise<ProgramRun> {
  console.log(`${name}: ${command} ${args.join(' ')}`);
  const startedAt = performance.now();
  const child = spawn(process.execPath, [script(packageName, command), ...args], {
    cwd: repository,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [exitCode] = await once(child, 'exit');
  const passed = exitCode === 0;
  return {
    name,
    durationMs: performance.now() - startedAt,
    tally: { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 },
  };
}

/** The file behind a package's command, so that no shell and no PATH has a say. */
function script(packageName: string, command: string): string {
  const manifest = createRequire(join(repository, 'package.json')).resolve(`${packageName}/package.json`);
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: Record<string, string> };
  const file = bin[command];
  if (file === undefined) throw new Error(`${packageName} has no command ${command}`);
  return join(dirname(manifest), file);
}
