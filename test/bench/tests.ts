import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { atMost, type Benchmark } from './benchmark.ts';

const testMain = fileURLToPath(new URL('../run/main.ts', import.meta.url));

/** The whole of `pnpm test`. */
export async function benchTests(): Promise<Benchmark> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [testMain], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [exitCode] = await once(child, 'exit');
  if (exitCode !== 0) throw new Error(`the tests ended with ${exitCode}`);
  return { name: 'test', metrics: [atMost('all tests', (performance.now() - startedAt) / 1000, 's', 600)] };
}
