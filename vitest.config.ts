import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Two tiers: `fast` needs no network, no server and no build; `browser` drives the built program in Chromium.
const tests = ['**/*.test.ts', '**/*.test.tsx'];
const ignored = ['node_modules/**', 'dist/**', 'var/**'];

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          include: tests,
          exclude: [...ignored, 'test/browser/**', 'test/program/**'],
          testTimeout: 20_000,
          hookTimeout: 120_000,
          // Loading the modules anew for each of 300 files took longer than the tests themselves: they share them, on
          // all cores. No test keeps anything in a module.
          isolate: false,
          maxWorkers: availableParallelism(),
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts', 'test/program/**/*.test.ts'],
          exclude: ignored,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // Two at once, behind the fast ones: much of their time is waiting for pages and programs.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
