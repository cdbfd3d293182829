// Mutation testing of the reader of citations: does a test notice when a rule is changed? `npm run mutate` prints the score.
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutate.config.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner'],
  mutate: ['core/citations/*.ts', '!core/citations/*.test.ts'],
  ignorePatterns: ['dist', 'var', 'server', 'web', 'ingest', 'cli', 'docs', 'data/samples', 'test/{pages,sites,world}'],
  // The runner reads no types, and half of the fixtures are no code.
  disableTypeChecks: false,
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  concurrency: 2,
  // On a busy machine a slow mutant must not pass for one that never ends.
  timeoutMS: 60_000,
  tempDirName: 'var/mutants',
  cleanTempDir: 'always',
  reporters: ['clear-text', 'progress', 'json'],
  jsonReporter: { fileName: 'var/mutation.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportMutants: false },
  thresholds: { high: 90, low: 80, break: 80 },
  allowEmpty: false,
};
