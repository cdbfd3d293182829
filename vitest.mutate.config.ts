import { defineConfig } from 'vitest/config';

// What tells mutants of core/citations: the tables of cases and the unit tests, in one process without generated or
// hostile texts, which would take too long for each of some thousand mutants.
export default defineConfig({
  test: {
    include: ['core/citations/*.test.ts'],
    exclude: [
      'core/citations/*.property.test.ts',
      'core/citations/*.hostile.test.ts',
      'core/citations/annotate.test.ts',
      'core/citations/query.test.ts',
      'node_modules/**',
    ],
    pool: 'threads',
    isolate: false,
    fileParallelism: false,
    testTimeout: 20_000,
  },
});
