import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { InvalidEnvironmentError } from '../env.ts';
import { shutdownSignal } from '../shutdown.ts';
import { type Service, startService } from './processes.ts';
import { runCommand, UsageError } from './usage.ts';
import { watchSources } from './watch.ts';

const usage = 'usage: start [--no-scanner] [--watch]';
const stderr = 2;

await runCommand('start', async (args) => {
  const options = readOptions(args);
  const closing = shutdownSignal();
  await using service = await startService({
    env: process.env,
    scanner: options['no-scanner'] === true ? 'none' : 'local',
    output: stderr,
    signal: closing,
    died: (name, why) => process.stderr.write(`start: ${name} ended (${why}); it is started again\n`),
  }).catch((error: unknown) => {
    if (closing.aborted) return undefined;
    throw error instanceof InvalidEnvironmentError ? new UsageError(error.message) : error;
  });
  if (service === undefined) return;
  using _watching = options.watch === true ? watchSources(() => void service.restart()) : undefined;
  process.stdout.write(welcome(service));
  if (!closing.aborted) await once(closing, 'abort');
});

function readOptions(args: readonly string[]) {
  try {
    const options = { 'no-scanner': { type: 'boolean' }, watch: { type: 'boolean' } } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch {
    throw new UsageError(usage);
  }
}

function welcome({ portalUrl, fleetUrl, adminLink }: Service): string {
  const lines = [`遠隔診断 Enkaku  ${portalUrl}`, `診断装置の接続先 / scanner nodes join at  ${fleetUrl}`];
  if (adminLink !== null) {
    lines.push(
      '最初の管理者の登録（24 時間有効、1 回限り） / first administrator, once, within 24 hours:',
      adminLink,
    );
  }
  return `${lines.join('\n')}\n`;
}
