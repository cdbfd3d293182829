/**
 * The documents say what the program does, and nothing that it does not: settings, commands and addresses are
 * compared both ways with README.md and docs/api.md, dependencies with their reasons, links with the files they name.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { root } from './source-tree.ts';

const settingsModule = z.object({
  settingRows: z
    .array(z.object({ name: z.string(), default: z.union([z.string(), z.number(), z.null()]).optional() }))
    .min(1),
});
const appModule = z.object({
  addresses: z.array(z.object({ method: z.string(), path: z.string(), summary: z.string().min(1) })).min(1),
});
const manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  optionalDependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});

const readme = read('README.md');

describe.skipIf(isAbsent('core/settings.ts'))('settings', () => {
  it('stand in README.md with their defaults, and no others', async () => {
    const { settingRows } = settingsModule.parse(await load('core/settings.ts'));
    const told = readRows(readme, 'Settings').map(([name, value]) => `${name} = ${value}`);
    const kept = settingRows.map(
      (row) =>
        `${row.name} = ${row.default === null || row.default === undefined || row.default === '' ? 'none' : row.default}`,
    );
    expect(told.sort(), 'keep the table under "Settings" in README.md like settingRows').toEqual(kept.sort());
  });
});

describe.skipIf(isAbsent('cli/sohieu.ts'))('commands', () => {
  it('stand in README.md, and no others', () => {
    const told = readRows(readme, 'Commands').map(([usage]) => usage?.split(' ')[0]);
    expect(told.sort(), 'keep the table under "Commands" in README.md like `sohieu --help`').toEqual(
      [...listCommands()].sort(),
    );
  });
});

describe.skipIf(isAbsent('server/app.ts'))('pages and endpoints', () => {
  it('stand in docs/api.md, and no others', async () => {
    const { addresses } = appModule.parse(await load('server/app.ts'));
    const kept = addresses.map(({ method, path }) => `${method.toUpperCase()} ${path.replace(/:(\w+)/g, '{$1}')}`);
    const told = [...read('docs/api.md').matchAll(/`((?:GET|POST|PUT|PATCH|DELETE) \/[^\s`?]*)[^`]*`/g)].map(
      ([, address]) => address,
    );
    expect([...new Set(told)].sort(), 'name every address in docs/api.md as `GET /path/{id}`').toEqual(
      [...new Set(kept)].sort(),
    );
  });
});

describe('dependencies', () => {
  const reasons = readRows(read('docs/decisions/0006-dependencies.md')).map(([name]) => name);
  it('have their reason in docs/decisions/0006-dependencies.md, and no others have', () => {
    const { dependencies, optionalDependencies, devDependencies } = manifest.parse(JSON.parse(read('package.json')));
    expect([...reasons].sort()).toEqual(
      Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies }).sort(),
    );
  });
});

describe('every document', () => {
  const documents = [...listMarkdown('.', false), ...listMarkdown('docs', true), ...listMarkdown('data', true)];

  it.each(documents)('%s links to what is there', (path) => {
    const targets = [...read(path).matchAll(/\]\((?![a-z]+:|#)([^)#\s]+)/g)].map(([, target]) => target ?? '');
    const broken = targets.filter((target) => isAbsent(join(dirname(path), target)));
    expect(broken, 'mend the link or write the document').toEqual([]);
  });

  it('includes a list of all design decisions', () => {
    const architecture = read('docs/architecture.md');
    const unnamed = readdirSync(join(root, 'docs/decisions')).filter(
      (name) => !architecture.includes(`decisions/${name}`),
    );
    expect(unnamed, 'link it from docs/architecture.md').toEqual([]);
  });

  it('includes a changelog that is open for the next change', () => {
    expect(read('CHANGELOG.md')).toMatch(/^## Unreleased\n+### (Added|Changed|Fixed|Removed|Deprecated|Security)\n/m);
  });
});

function listCommands(): readonly string[] {
  const args = ['--import', 'tsx', 'cli/sohieu.ts', '--help'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  const list = /^Commands:\n((?: .*\n?)+)/m.exec(stdout)?.[1];
  if (list === undefined)
    throw new Error(`Cannot list the commands: expected a section "Commands:" from --help, got ${stdout}${stderr}`);
  return [...list.matchAll(/^ {2}([a-z][\w-]*)/gm)].map(([, name]) => name ?? '').filter((name) => name !== 'help');
}

/** Cells of the tables under a heading (or of the whole text), without head rows and backticks. */
function readRows(markdown: string, heading?: string): string[][] {
  const section = heading === undefined ? markdown : (markdown.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '');
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.replaceAll('`', '').trim()),
  );
}

function listMarkdown(folder: string, deep: boolean): readonly string[] {
  if (isAbsent(folder)) return [];
  const names = readdirSync(join(root, folder), { recursive: deep, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.md')).map((name) => join(folder, name));
}

function load(path: string): Promise<unknown> {
  return import(join(root, path));
}

function read(path: string): string {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '';
}

function isAbsent(path: string): boolean {
  return !existsSync(join(root, path));
}
