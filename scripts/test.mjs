/**
 * What `npm test` runs: all tests, those in a browser and against the built program included. Arguments are handed on
 * to Vitest (`npm test -- --project fast`). The last line is `N passed, N failed`, for people and for scripts.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { provideChromium } from './chromium.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const built = join(root, 'dist', 'cli', 'sohieu.js');

process.exitCode = run();

function run() {
  const chromium = provideChromium();
  if (chromium === null) return 1;
  if (isStale()) {
    const build = runNode([join(root, 'scripts', 'build.mjs')]);
    if (build !== 0) return build;
  }
  const folder = mkdtempSync(join(tmpdir(), 'sohieu-test-'));
  try {
    const report = join(folder, 'report.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const vitest = [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...reporters, ...process.argv.slice(2)];
    const status = runNode(vitest, { CHROME_PATH: chromium });
    const { passed, failed } = count(report, status);
    console.log(`${passed} passed, ${failed} failed`);
    return status;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A failure that no single test owns (a file that cannot be loaded, an error between tests) counts as one. */
function count(report, status) {
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const unloaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  const failed = numFailedTests + unloaded;
  return { passed: numPassedTests, failed: status === 0 ? failed : Math.max(failed, 1) };
}

function isStale() {
  if (!existsSync(built)) return true;
  const sources = ['cli', 'core', 'ingest', 'server', 'web', 'package.json', 'tsconfig.json', 'tsconfig.build.json'];
  return Math.max(...sources.map((name) => findNewest(join(root, name)))) > statSync(built).mtimeMs;
}

/** Time of the last change; folders count too, since a deleted file leaves its mark only there. */
function findNewest(path) {
  if (!existsSync(path)) return 0;
  const { mtimeMs } = statSync(path);
  const entries = statSync(path).isDirectory() ? readdirSync(path).filter((name) => !/\.test\.tsx?$/.test(name)) : [];
  return Math.max(mtimeMs, ...entries.map((name) => findNewest(join(path, name))));
}

function runNode(args, env = {}) {
  const { status, error } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  if (error) throw new Error(`Cannot start ${args[0]}`, { cause: error });
  return status ?? 1;
}
