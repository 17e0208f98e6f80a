/** What was asked for cannot be understood. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code = 'usage';
}

/** Runs a command: an error becomes one line on stderr, and exit code 2 for bad usage, 1 for all else. */
export async function runCommand(
  name: string,
  command: (args: readonly string[]) => Promise<void>,
): Promise<void> {
  const [first, ...rest] = process.argv.slice(2);
  const args = first === undefined || first === '--' ? rest : [first, ...rest];
  try {
    await command(args);
  } catch (error) {
    const [line] = (error instanceof Error ? error.message : String(error)).split('\n');
    process.stderr.write(`${name}: ${line}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
