import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type Report, reportSchema } from '@enkaku/shared/report/schema.ts';

const command = fileURLToPath(new URL('../../scheduler/commands/diagnose.ts', import.meta.url));

export interface DiagnoseRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command as a user runs it; `environment` is added to this process's own. */
export async function runDiagnose(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<DiagnoseRun> {
  const child = spawn(process.execPath, [command, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  const [stdout, stderr, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { exitCode: exitCode as number, stdout, stderr };
}

/** Its standard output as a report: nothing else may stand there. */
export function reportOf({ stdout }: DiagnoseRun): Report {
  return reportSchema.parse(JSON.parse(stdout));
}
