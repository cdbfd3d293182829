/**
 * The house rules hold for every file, and each of them is shown to fire on a planted breach: a rule that has never
 * failed may be no rule. The arrows between rooms have their own file, arrows.test.ts.
 */
import { describe, expect, it } from 'vitest';
import {
  checkHouseRules,
  houseRules,
  ioPlaces,
  isProgram,
  isTest,
  lengthExcuse,
  librariesAtHomeEverywhere,
} from './house-rules.ts';
import { readFacts } from './source-facts.ts';
import { readSourceTree } from './source-tree.ts';

const brands = new Set(['PlantedId']);
const long = 'export const a = 1;\n'.repeat(301);

/** In the order of the rules. */
const breaches: readonly (readonly [rule: string, path: string, text: string])[] = [
  ['io-in-its-place', 'core/documents/terms.ts', "import { readFileSync } from 'node:fs';"],
  ['io-in-its-place', 'ingest/read/html.ts', "import { request } from 'undici';"],
  ['io-in-its-place', 'server/app.ts', "import { createServer } from 'node:http';"],
  ['io-in-its-place', 'server/api/search.ts', 'export const answer = await fetch(address);'],
  ['io-in-its-place', 'core/search/meilisearch.ts', 'export const find = () => globalThis.fetch(address);'],
  ['one-reader-of-the-environment', 'cli/serve.ts', 'const home = process.env.SOHIEU_HOME;'],
  ['one-reader-of-the-environment', 'cli/serve.ts', "import { env as settings } from 'node:process';"],
  ['imports-stand-at-the-top', 'cli/serve.ts', "const app = await import('../server/app.ts');"],
  ['imports-name-the-file', 'web/pages/home.tsx', "import { Page } from '../parts/page';"],
  ['imports-name-the-file', 'web/pages/home.tsx', "import type { View } from '../parts/page.js';"],
  ['no-any', 'core/archive/records.ts', 'export function keep(row: any): void {}'],
  ['no-unchecked-casts', 'core/archive/records.ts', 'export const row = found as Row;'],
  ['no-default-exports', 'web/pages/home.tsx', 'export default function Home() { return <p>Kho</p>; }'],
  ['no-re-exporting-index', 'core/citations/index.ts', "export * from './code.ts';"],
  ['kebab-case', 'core/citations/documentTypes.ts', 'export const types = [];'],
  ['core-has-rooms', 'core/dates.ts', 'export const day = 1;'],
  ['one-story-a-file', 'core/citations/extract.ts', long],
];

describe('each house rule fires on a planted breach', () => {
  it.each(breaches)('%s: %s', (rule, path, text) => {
    const advice = houseRules.find(({ name }) => name === rule)?.advice;
    expect(checkHouseRules({ path, text }, brands)).toEqual([expect.stringContaining(`[${rule}] ${advice}`)]);
  });

  it('has a planted breach for every rule', () => {
    expect(houseRules.map(({ name }) => name)).toEqual([...new Set(breaches.map(([rule]) => rule))]);
  });

  it.each([
    [
      'a comment is no use',
      'core/documents/terms.ts',
      '// not process.env, not fetch(), never any\nexport const a = 1;',
    ],
    ['fetch handed in', 'ingest/fetch/polite.ts', 'export const get = (fetch: Fetch) => fetch(address);'],
    ['types of a module', 'server/app.ts', "import type { Server } from 'node:http';"],
    ['the one reader', 'core/settings.ts', 'const home = process.env.SOHIEU_HOME;'],
    ['commands on demand', 'cli/sohieu.ts', "const { serve } = await import('./serve.ts');"],
    [
      'a brand, a literal, a claim of nothing',
      'core/citations/code.ts',
      'f(a as PlantedId, [1] as const, b as unknown);',
    ],
    ['a renaming import', 'core/citations/code.ts', "import { a as b } from './fold.ts';"],
    ['an excuse in the header', 'core/citations/patterns.ts', `/** ${lengthExcuse} of its table. */\n${long}`],
    ['tests may touch the disk', 'core/archive/records.test.ts', "import { readFileSync } from 'node:fs';"],
    ['configuration', 'vitest.config.ts', 'export default {};'],
  ])('and keeps quiet: %s', (_note, path, text) => {
    expect(checkHouseRules({ path, text }, brands)).toEqual([]);
  });
});

describe('the house', () => {
  const files = readSourceTree();
  const facts = new Map(files.map((file) => [file.path, readFacts(file)]));
  const ours = [...facts].filter(([path]) => isProgram(path));

  it('keeps every rule in every file', () => {
    const declared = new Set([...facts.values()].flatMap((fact) => fact.brands));
    expect(files.length).toBeGreaterThan(10);
    expect(files.flatMap((file) => checkHouseRules(file, declared))).toEqual([]);
  });

  it('uses no vague names for files and folders', async () => {
    const vague = await readVagueNames();
    expect('core/date-utils.ts').toMatch(vague);
    expect('server/lib/problem.ts').toMatch(vague);
    expect('core/archive/database.ts').not.toMatch(vague);
    const found = files.filter(({ path }) => vague.test(path)).map(({ path }) => path);
    expect(found, 'name the file after the concept it holds').toEqual([]);
  });

  it('keeps each library behind one room', () => {
    const free = new Set(librariesAtHomeEverywhere.map(({ name }) => name));
    const rooms = new Map<string, Set<string>>();
    for (const [path, { imports, typeImports }] of ours) {
      for (const { what } of [...imports, ...typeImports]) {
        const library = /^(@[^/]+\/[^/]+|[a-z][^/:]*)(\/|$)/.exec(what)?.[1];
        if (library === undefined || free.has(library)) continue;
        rooms.set(library, (rooms.get(library) ?? new Set()).add(path.split('/')[0] ?? ''));
      }
    }
    const spread = [...rooms]
      .filter(([, homes]) => homes.size > 1)
      .map(([name, homes]) => `${name}: ${[...homes].join(', ')}`);
    expect(spread, 'put the library behind a file of one room and hand its results on').toEqual([]);
  });

  it('has I/O places that exist, so that the list does not grow stale', () => {
    const unused = ioPlaces.filter((place) => !files.some(({ path }) => place.path.test(path)));
    expect(
      unused.map(({ path }) => String(path)),
      'delete the row',
    ).toEqual([]);
  });

  it('is made of short files', () => {
    const lengths = ours.map(([, { lines }]) => lines).sort((a, b) => a - b);
    const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
    const code = sum(lengths);
    const tests = sum([...facts].filter(([path]) => isTest(path)).map(([, { lines }]) => lines));
    console.info(
      `house: ${lengths.length} files, median ${median} lines, ${code} lines of code, ${tests} of tests (${(tests / code).toFixed(2)})`,
    );
    expect(median, 'split the longest files where a second story begins').toBeLessThanOrEqual(120);
  });
});

/** The pattern of the arrow rule of the same name: one list of vague names, not two. */
async function readVagueNames(): Promise<RegExp> {
  const address = new URL('../.dependency-cruiser.mjs', import.meta.url).href;
  const module: { readonly default: { readonly forbidden: readonly { name: string; to: { path?: unknown } }[] } } =
    await import(address);
  const rule = module.default.forbidden.find(({ name }) => name === 'no-vague-names');
  return new RegExp(String(rule?.to.path));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
