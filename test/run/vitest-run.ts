import { join, relative } from 'node:path';
import { startVitest, type TestModule } from 'vitest/node';
import type { Selection } from './arguments.ts';
import { repository } from './program.ts';
import type { Tally } from './tally.ts';

export interface VitestRun {
  readonly name: string;
  readonly durationMs: number;
  readonly tally: Tally;
  readonly slowest: readonly { readonly file: string; readonly durationMs: number }[];
  /** How many tests were skipped for each reason that they gave. */
  readonly skipReasons: ReadonlyMap<string, number>;
}

const slowestCount = 5;

/** Runs vitest in this process; what it finds is printed as it goes and kept in `var/test/results.json`. */
export async function runVitest(selection: Selection): Promise<VitestRun | 'nothing-selected'> {
  const startedAt = performance.now();
  const vitest = await startVitest('test', [...selection.paths], {
    root: repository,
    watch: false,
    // Said here, as bad usage, and not by an exit of vitest.
    passWithNoTests: true,
    ...(selection.name === undefined ? {} : { testNamePattern: selection.name }),
    ...(selection.project === undefined ? {} : { project: selection.project }),
    reporters: ['default', ['json', { outputFile: join(repository, 'var/test/results.json') }]],
  });
  const modules = vitest.state.getTestModules();
  const unhandled = vitest.state.getUnhandledErrors().length;
  await vitest.close();
  if (modules.length === 0 && unhandled === 0) return 'nothing-selected';
  const { tally, skipReasons } = count(modules, selection.name !== undefined);
  return {
    name: 'tests',
    durationMs: performance.now() - startedAt,
    // An error that belongs to no test is a failure of its own.
    tally: { ...tally, failed: tally.failed + unhandled },
    slowest: slowest(modules),
    skipReasons,
  };
}

function count(
  modules: readonly TestModule[],
  byName: boolean,
): { tally: Tally; skipReasons: ReadonlyMap<string, number> } {
  let [passed, failed, skipped] = [0, 0, 0];
  const skipReasons = new Map<string, number>();
  for (const module of modules) {
    let failedHere = 0;
    for (const test of module.children.allTests()) {
      const result = test.result();
      if (result.state === 'passed') passed += 1;
      else if (result.state === 'failed') failedHere += 1;
      else if (result.state === 'skipped' && result.note === undefined && byName)
        continue; // not selected
      else {
        skipped += 1;
        const reason = (result.state === 'skipped' ? result.note : undefined) ?? 'no reason given';
        skipReasons.set(reason, (skipReasons.get(reason) ?? 0) + 1);
      }
    }
    // A file that does not load, or a hook that throws, fails without any failed test.
    failed += failedHere === 0 && module.state() === 'failed' ? 1 : failedHere;
  }
  return { tally: { passed, failed, skipped }, skipReasons };
}

function slowest(modules: readonly TestModule[]): VitestRun['slowest'] {
  return modules
    .map((module) => ({
      file: relative(repository, module.moduleId),
      durationMs: module.diagnostic().duration,
    }))
    .sort((a, b) => b.durationMs - a.durationMs)
    .slice(0, slowestCount);
}
