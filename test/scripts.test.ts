/**
 * The scripts behind `npm run build` and `npm test`, run on a stand-in checkout in a temporary folder: copies of the
 * scripts, with a compiler, a Vitest and an apt-get that do what the row says.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from './source-tree.ts';

let house = '';
beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'sohieu-scripts-'));
  cpSync(join(root, 'scripts'), join(house, 'scripts'), { recursive: true });
});
afterEach(() => rmSync(house, { recursive: true, force: true }));

const compiler = 'node_modules/typescript/bin/tsc';
const command = 'dist/cli/sohieu.js';
const writesCommand = `const { mkdirSync, writeFileSync } = require('node:fs');
  mkdirSync('dist/cli', { recursive: true }); writeFileSync('${command}', '#!/usr/bin/env node');`;

describe('build', () => {
  it('compiles, copies what is static and links the command', () => {
    plant({ [compiler]: writesCommand, 'web/style.css': 'p {}', 'web/static/icon.svg': '<svg/>', 'dist/old.js': '' });
    expect(run('build.mjs')).toEqual({ status: 0, errors: '', output: '' });
    expect(readFileSync(join(house, 'dist/web/style.css'), 'utf8')).toBe('p {}');
    expect(existsSync(join(house, 'dist/web/static/icon.svg'))).toBe(true);
    expect(existsSync(join(house, 'dist/old.js'))).toBe(false);
    expect(readlinkSync(join(house, 'node_modules/.bin/sohieu'))).toBe('../../dist/cli/sohieu.js');
    expect(spawnSync(join(house, 'node_modules/.bin/sohieu')).status).toBe(0);
  });

  it('leaves no half-made program where the compiler found errors', () => {
    plant({ [compiler]: `${writesCommand} process.exit(2);` });
    expect(run('build.mjs')).toMatchObject({ status: 1, errors: expect.stringContaining('the compiler found errors') });
    expect(existsSync(join(house, 'dist'))).toBe(false);
  });

  it('says what to do in an install without a compiler', () => {
    expect(run('build.mjs')).toMatchObject({
      status: 1,
      errors: expect.stringMatching(/^build: .*run `npm ci` with devDependencies.*\n$/),
    });
  });

  it('keeps a program that was built before, where there is no compiler', () => {
    plant({ [command]: '#!/usr/bin/env node' });
    expect(run('build.mjs')).toMatchObject({
      status: 0,
      errors: expect.stringMatching(/^build: .*dist\/ is kept.*\n$/),
    });
    expect(spawnSync(join(house, 'node_modules/.bin/sohieu')).status).toBe(0);
  });
});

describe('a browser for the tests', () => {
  it.each([
    ['on the PATH', { 'bin/chromium': '#!/bin/sh' }, {}, 'bin/chromium'],
    ['under another name', { 'bin/google-chrome': '#!/bin/sh' }, {}, 'bin/google-chrome'],
    [
      'named, whatever else is there',
      { 'bin/chromium': '#!/bin/sh', mine: '#!/bin/sh' },
      { CHROME_PATH: 'mine' },
      'mine',
    ],
  ])('%s', (_note, files, { CHROME_PATH: named }: { readonly CHROME_PATH?: string }, found) => {
    plant(files);
    const env = named === undefined ? {} : { CHROME_PATH: join(house, named) };
    expect(run('chromium.mjs', [], env)).toEqual({ status: 0, errors: '', output: `${join(house, found)}\n` });
  });

  it('does not pass over a wrong CHROME_PATH', () => {
    plant({ 'bin/chromium': '#!/bin/sh' });
    const { status, errors } = run('chromium.mjs', [], { CHROME_PATH: join(house, 'nothing') });
    expect(errors).toMatch(/^CHROME_PATH is .*nothing, but no program is there.*\n$/);
    expect(status).toBe(1);
  });

  const mayInstall =
    process.getuid?.() === 0 &&
    existsSync('/etc/debian_version') &&
    /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  const installs = `#!/bin/sh\n[ "$1" = update ] && exit 0\n/bin/echo '#!/bin/sh' > "$HOUSE/bin/chromium"; /bin/chmod +x "$HOUSE/bin/chromium"`;

  it.runIf(mayInstall)('is installed on Debian by root, in one line', () => {
    plant({ 'bin/apt-get': installs });
    const { status, errors, output } = run('chromium.mjs', [], { HOUSE: house });
    expect(errors).toBe("No Chromium found: installing Debian's chromium with apt-get.\n");
    expect(output).toBe(`${join(house, 'bin/chromium')}\n`);
    expect(status).toBe(0);
  });

  it.runIf(mayInstall)('says so when it cannot be installed', () => {
    plant({ 'bin/apt-get': '#!/bin/sh\necho no route >&2; exit 100' });
    const { status, errors } = run('chromium.mjs');
    expect(errors).toContain('apt-get update -qq failed: install chromium by hand or set CHROME_PATH.\nno route');
    expect(status).toBe(1);
  });

  it.skipIf(mayInstall)('is asked for in one line elsewhere', () => {
    expect(run('chromium.mjs')).toMatchObject({ status: 1, errors: expect.stringMatching(/^No Chromium found.*\n$/) });
  });
});

describe('npm test', () => {
  const report = (json: string, status: number) => `import { writeFileSync } from 'node:fs';
    const file = process.argv.find((word) => word.startsWith('--outputFile.json=')).slice('--outputFile.json='.length);
    writeFileSync(file, '${json}'); console.log(process.argv.at(-1), process.env.CHROME_PATH); process.exit(${status});`;
  const fine = '{"numPassedTests": 7, "numFailedTests": 0, "testResults": []}';
  const bad =
    '{"numPassedTests": 5, "numFailedTests": 2, "testResults": [{"status": "failed", "assertionResults": []}]}';
  const vitest = 'node_modules/vitest/vitest.mjs';
  const ready = { 'bin/chromium': '#!/bin/sh', [command]: '' };

  it.each([
    ['all is well', report(fine, 0), 0, '7 passed, 0 failed'],
    ['two fail and a file cannot be loaded', report(bad, 1), 1, '5 passed, 3 failed'],
    ['an error lies between the tests', report(fine, 1), 1, '7 passed, 1 failed'],
    ['Vitest does not even start', 'process.exit(1)', 1, '0 passed, 1 failed'],
  ])('counts when %s', (_note, program, status, line) => {
    plant({ ...ready, [vitest]: program });
    const sight = run('test.mjs', ['--project=fast']);
    expect(sight.output.trimEnd().split('\n').at(-1)).toBe(line);
    expect(sight.status).toBe(status);
  });

  it('hands on its arguments and the browser', () => {
    plant({ ...ready, [vitest]: report(fine, 0) });
    expect(run('test.mjs', ['--project=fast']).output).toContain(`--project=fast ${join(house, 'bin/chromium')}\n`);
  });

  it.each([
    ['absent', {}, false, true],
    ['older than the source', { [command]: '' }, true, true],
    ['up to date', { [command]: '' }, false, false],
  ])('builds when dist/ is %s', (_note, files, changed, builds) => {
    plant({
      'bin/chromium': '#!/bin/sh',
      ...files,
      [vitest]: report(fine, 0),
      [compiler]: `${writesCommand} console.log('compiled');`,
    });
    plant({ 'core/settings.ts': '' });
    const hourAgo = Date.now() / 1000 - 3600;
    for (const path of ['core/settings.ts', 'core']) utimesSync(join(house, path), hourAgo, hourAgo);
    if (changed) utimesSync(join(house, command), hourAgo - 3600, hourAgo - 3600);
    const { output, status } = run('test.mjs');
    expect(output.includes('compiled')).toBe(builds);
    expect(status).toBe(0);
  });
});

function plant(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
    if (path.startsWith('bin/') || path === 'mine') chmodSync(join(house, path), 0o755);
  }
}

function run(script: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(house, 'scripts', script), ...args], {
    cwd: house,
    encoding: 'utf8',
    env: { PATH: join(house, 'bin'), ...env },
  });
  return { status, output: stdout, errors: stderr };
}
