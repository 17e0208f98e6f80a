import { defineConfig } from 'vitest/config';

/** Unit tests stand beside what they test; `test/` holds what needs servers, a browser or several processes. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{shared,scanner,scheduler,portal}/**/*.test.ts',
            'test/{house,run,simulation}/**/*.test.ts',
          ],
          testTimeout: 20_000,
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
