import { defineConfig } from 'vitest/config';

// The tables of cases and the unit tests of core/citations; generated texts would take too long for each mutant.
export default defineConfig({
  test: {
    include: ['core/citations/*.test.ts'],
    exclude: ['core/citations/*.property.test.ts', 'core/citations/*.hostile.test.ts', 'node_modules/**'],
    testTimeout: 20_000,
  },
});
