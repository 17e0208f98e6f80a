export interface DemoOptions {
  readonly afterwards: 'stay' | 'exit';
}

export const usage = 'usage: demo [--exit]';

/** undefined for anything but `--exit`. */
export function parseArguments(args: readonly string[]): DemoOptions | undefined {
  const given = args.filter((arg) => arg !== '--');
  if (given.some((arg) => arg !== '--exit')) return undefined;
  return { afterwards: given.length > 0 ? 'exit' : 'stay' };
}
