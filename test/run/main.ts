import { parseArguments, usage } from './arguments.ts';
import { runProgram } from './program.ts';
import { addTallies, summaryLine } from './tally.ts';
import { runVitest } from './vitest-run.ts';

/** The `test` command: type check, lint, then every test that the arguments select. Exit 0, 1 on failure, 2 on bad usage. */
const selected = parseArguments(process.argv.slice(2));
if ('error' in selected) {
  console.error(`${selected.error}\n${usage}`);
  process.exit(2);
}

const types = await runProgram('type check', 'typescript', 'tsc', ['-p', '.']);
const lint = await runProgram('lint', '@biomejs/biome', 'biome', ['check']);
const tests = await runVitest(selected);
if (tests === 'nothing-selected') {
  console.error(`No test matches.\n${usage}`);
  process.exit(2);
}

console.log('');
for (const { name, durationMs } of [types, lint, tests]) {
  console.log(`${name.padEnd(10)} ${(durationMs / 1000).toFixed(1)} s`);
}
for (const { file, durationMs } of tests.slowest) {
  console.log(`  ${(durationMs / 1000).toFixed(1).padStart(6)} s  ${file}`);
}
for (const [reason, count] of tests.skipReasons) console.log(`skipped ${count}: ${reason}`);
const total = addTallies(types.tally, lint.tally, tests.tally);
console.log(summaryLine(total));
process.exit(total.failed === 0 ? 0 : 1);
