import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { atMost, type Benchmark } from './benchmark.ts';
import { serviceMemory } from './memory.ts';

const demoMain = fileURLToPath(new URL('../demo/main.ts', import.meta.url));
const sampleEveryMs = 250;

/** From the start of the demo to its report, on an installed tree, and what its three processes hold at the most. */
export async function benchDemo(): Promise<Benchmark> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [demoMain, '--exit'], { stdio: ['ignore', 'ignore', 'inherit'] });
  let [residentMb, proportionalMb] = [0, 0];
  const sampling = setInterval(() => {
    const now = serviceMemory(child.pid ?? 0);
    residentMb = Math.max(residentMb, now.residentMb);
    proportionalMb = Math.max(proportionalMb, now.proportionalMb);
  }, sampleEveryMs);
  const [exitCode] = await once(child, 'exit');
  clearInterval(sampling);
  if (exitCode !== 0) throw new Error(`the demo ended with ${exitCode}`);
  return {
    name: 'demo',
    metrics: [
      atMost('start to report and end', (performance.now() - startedAt) / 1000, 's', 60),
      atMost('portal + scheduler + scanner, peak', residentMb, 'MB RSS', 400),
      atMost('the same and all workers, peak', proportionalMb, 'MB PSS', 400),
    ],
  };
}
