import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The simulation takes as long as all other unit tests: it begins first, and they run beside it. */
class SimulationFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isSimulation = ({ moduleId }: TestSpecification) => moduleId.includes('/test/simulation/');
    const sorted = await super.sort(files);
    return [...sorted.filter(isSimulation), ...sorted.filter((file) => !isSimulation(file))];
  }
}

/** Unit tests stand beside what they test; `test/` holds what needs servers, a browser or several processes. */
export default defineConfig({
  test: {
    sequence: { sequencer: SimulationFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{shared,scanner,scheduler,portal}/**/*.test.ts',
            'test/{house,run,simulation}/**/*.test.ts',
          ],
          testTimeout: 20_000,
          maxWorkers: Math.max(2, availableParallelism() - 1),
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'integration',
          include: ['test/{beds,commands,db,demo,diagnose,fleet,flow,netns}/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
