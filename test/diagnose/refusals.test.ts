import { expect, test } from 'vitest';
import { runDiagnose } from './run-diagnose.ts';

test.each([
  [['--nonsense'], 'usage: diagnose'],
  [[], 'usage: diagnose'],
  [['--lab', '--ports', '80-70', '127.0.0.1'], 'not ports: 80-70'],
  [['--lab', '--only', 'everything', '127.0.0.1'], 'not a group'],
  [['--lab', '--resolver', 'nowhere', '127.0.0.1'], 'not a resolver'],
  [['--lab', '--ca', '/dev/null', '127.0.0.1'], 'not a PEM certificate'],
  [['--lab', '-iL/etc/passwd'], 'usage: diagnose'],
  [['--lab', '--', '--script=x'], 'not a target: --script=x'],
  [['--lab', '127.0.0.0/8'], 'too wide'],
])('%j → exit 2 and one line: %s', async (args, line) => {
  const run = await runDiagnose(args);

  expect(run.exitCode).toBe(2);
  expect(run.stderr).toContain(line);
  expect(run.stderr.trim().split('\n')).toHaveLength(1);
  expect(run.stdout).toBe('');
});

test.each([
  [['127.0.0.1'], 'special-purpose address (loopback)'],
  [['10.1.2.3', '--authorized-by', 'somebody'], 'special-purpose address (private)'],
  [['::ffff:127.0.0.1', '--authorized-by', 'somebody'], 'special-purpose address (loopback)'],
  [['198.41.0.4'], 'need --authorized-by'],
  [['--lab', '198.41.0.4'], '--lab permits no public address'],
])('%j is out of scope → exit 2, before anything is sent', async (args, line) => {
  const run = await runDiagnose(args);

  expect(run.exitCode).toBe(2);
  expect(run.stderr).toContain(line);
});
