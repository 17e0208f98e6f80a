import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { atMost, type Benchmark } from './benchmark.ts';
import { serviceMemoryMb } from './memory.ts';

const demoMain = fileURLToPath(new URL('../demo/main.ts', import.meta.url));
const sampleEveryMs = 250;

/** From the start of the demo to its report, on an installed tree, and what its three processes hold at the most. */
export async function benchDemo(): Promise<Benchmark> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [demoMain, '--exit'], { stdio: ['ignore', 'ignore', 'inherit'] });
  let peakMb = 0;
  const sampling = setInterval(() => {
    peakMb = Math.max(peakMb, child.pid === undefined ? 0 : serviceMemoryMb(child.pid));
  }, sampleEveryMs);
  const [exitCode] = await once(child, 'exit');
  clearInterval(sampling);
  if (exitCode !== 0) throw new Error(`the demo ended with ${exitCode}`);
  return {
    name: 'demo',
    metrics: [
      atMost('start to report and end', (performance.now() - startedAt) / 1000, 's', 60),
      atMost('portal + scheduler + scanner', peakMb, 'MB RSS', 400),
    ],
  };
}
