import type { Benchmark } from './benchmark.ts';
import { benchClaims } from './claims.ts';
import { benchDemo } from './demo.ts';
import { benchDns } from './dns/dns.ts';
import { benchGear } from './gear.ts';
import { benchMail } from './mail/mail.ts';
import { tableOf } from './table.ts';
import { benchTests } from './tests.ts';
import { benchTls } from './tls/tls.ts';
import { benchWeb } from './web/web.ts';

const benchmarks: Readonly<Record<string, () => Promise<Benchmark>>> = {
  claims: benchClaims,
  demo: benchDemo,
  gear: benchGear,
  dns: benchDns,
  mail: benchMail,
  test: benchTests,
  web: benchWeb,
  tls: benchTls,
};

const args = process.argv.slice(2).filter((arg) => arg !== '--');
const names = args.filter((arg) => arg !== '--json');
const unknown = names.find((name) => benchmarks[name] === undefined);
if (unknown !== undefined || names.length > 1) {
  process.stderr.write(`usage: bench [${Object.keys(benchmarks).join('|')}] [--json]\n`);
  process.exit(2);
}

const results: Benchmark[] = [];
for (const [name, run] of Object.entries(benchmarks)) {
  if (names.length === 0 || names.includes(name)) results.push(await run());
}
const output = args.includes('--json') ? JSON.stringify({ benchmarks: results }, null, 2) : tableOf(results);
process.stdout.write(`${output}\n`);
process.exitCode = results.every(({ metrics }) => metrics.every(({ met }) => met !== false)) ? 0 : 1;
