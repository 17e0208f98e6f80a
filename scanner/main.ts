import { runAgent } from './agent/agent.ts';
import { isUsageError, toConfig } from './config.ts';
import { openContext } from './context.ts';
import { readEnv } from './env.ts';
import { shutdownSignal } from './shutdown.ts';

try {
  await using context = await openContext(
    toConfig(process.argv.slice(2), readEnv(process.env)),
    shutdownSignal(),
  );
  await runAgent(context.worker, context.slots, context.shutdown);
} catch (error) {
  process.stderr.write(`scanner: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = isUsageError(error) ? 2 : 1;
}
process.exit();
