import { defineConfig } from 'vitest/config';

// What tells mutants of core/citations: the tables of cases, the unit tests and the labelled texts, in one process.
// Hostile texts, whole products of tables and thousands of generated texts would take too long for each of some
// thousand mutants.
export default defineConfig({
  test: {
    include: ['core/citations/*.test.ts', 'test/gold/exact.test.ts'],
    exclude: ['core/citations/*.property.test.ts', 'core/citations/*.hostile.test.ts', 'node_modules/**'],
    env: { SOHIEU_PROPERTY_RUNS: '10' },
    pool: 'threads',
    isolate: false,
    fileParallelism: false,
    testTimeout: 20_000,
  },
});
