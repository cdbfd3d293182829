/**
 * The arrows between the rooms hold, and every rule of .dependency-cruiser.mjs is shown to fire: each is broken once
 * in a small house made for it in a temporary folder.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from './source-tree.ts';

const houses = mkdtempSync(join(tmpdir(), 'sohieu-arrows-'));
afterAll(() => rmSync(houses, { recursive: true, force: true }));

/** A house that keeps all arrows. */
const sound: Readonly<Record<string, string>> = {
  'package.json': '{"type": "module", "dependencies": {"kept": "1.0.0"}, "devDependencies": {"tool": "1.0.0"}}',
  'tsconfig.json': '{"compilerOptions": {"module": "nodenext", "jsx": "react-jsx"}}',
  ...Object.fromEntries(
    ['kept', 'tool', 'brought'].flatMap((name) => [
      [`node_modules/${name}/package.json`, `{"name": "${name}", "version": "1.0.0", "main": "main.js"}`],
      [`node_modules/${name}/main.js`, 'exports.a = 1;'],
    ]),
  ),
  'cli/sohieu.ts': "import '../server/app.ts'; import '../ingest/run.ts'; import '../core/settings.ts';",
  'core/settings.ts': "import 'kept';",
  'core/citations/code.ts': 'export interface Code { readonly number: string }',
  'core/documents/identity.ts': "import type { Code } from '../citations/code.ts'; export type Identity = Code;",
  'core/meetings/meeting.ts': "import type { Code } from '../citations/code.ts'; export type Meeting = Code;",
  'core/archive/records.ts': "import '../documents/identity.ts'; import '../meetings/meeting.ts';",
  'core/search/engine.ts': "import '../archive/records.ts';",
  'ingest/run.ts': "import '../core/archive/records.ts';",
  'server/app.ts': "import '../core/settings.ts'; import '../core/search/engine.ts'; import '../web/page.tsx';",
  'web/page.tsx': "import type { Name } from './vi.ts'; export const name: Name = 'Kho';",
  'web/vi.ts': 'export type Name = string;',
};

/** One breach a row: the rule, the file that breaks it, its text. All stand in one house, and only they may fire. */
const breaches: readonly (readonly [rule: string, path: string, text: string])[] = [
  ['citations-stand-alone', 'core/citations/type-upward.ts', "import type { A } from '../documents/identity.ts';"],
  ['documents-know-citations', 'core/documents/to-meetings.ts', "import '../meetings/meeting.ts';"],
  ['documents-know-citations', 'core/documents/to-archive.ts', "import '../archive/records.ts';"],
  ['meetings-know-citations', 'core/meetings/to-documents.ts', "import '../documents/identity.ts';"],
  ['archive-keeps', 'core/archive/to-search.ts', "import '../search/engine.ts';"],
  ['archive-keeps', 'core/archive/to-ingest.ts', "import '../../ingest/run.ts';"],
  ['search-reads-archive', 'core/search/to-server.ts', "import '../../server/app.ts';"],
  ['settings-stand-alone', 'core/settings.ts', "import './citations/code.ts';"],
  ['settings-at-the-door', 'core/citations/to-settings.ts', "import '../settings.ts';"],
  ['settings-at-the-door', 'ingest/to-settings.ts', "import '../core/settings.ts';"],
  ['ingest-fills', 'ingest/to-server.ts', "import '../server/app.ts';"],
  ['ingest-fills', 'ingest/to-command.ts', "import '../cli/sohieu.ts';"],
  ['server-answers', 'server/to-ingest.ts', "import '../ingest/run.ts';"],
  ['server-answers', 'server/to-command.ts', "import '../cli/sohieu.ts';"],
  ['web-draws', 'web/to-core.tsx', "import type { Code } from '../core/citations/code.ts';"],
  ['web-draws', 'web/to-server.ts', "import '../server/app.ts';"],
  ['no-circular', 'web/ring-a.ts', "import './ring-b.ts';"],
  ['no-circular', 'web/type-ring-a.ts', "import type { B } from './type-ring-b.ts'; export type A = B | 1;"],
  ['no-orphans', 'core/search/alone.ts', 'export const alone = 1;'],
  ['not-to-test', 'web/to-test-beside.ts', "import './page.test.ts';"],
  ['not-to-test', 'web/to-test-folder.ts', "import '../test/builders.ts';"],
  ['not-to-dev-dependency', 'cli/to-tool.ts', "import 'tool';"],
  ['not-to-unlisted', 'cli/to-brought.ts', "import 'brought';"],
  ['not-to-unresolvable', 'cli/to-nothing.ts', "import './nothing.ts';"],
  ['no-vague-names', 'web/to-vague-file.ts', "import './date-utils.ts';"],
  ['no-vague-names', 'web/to-vague-folder.ts', "import './shared/dates.ts';"],
];

/** What the rows above lead to, and tests that use their tools lawfully. */
const beside: Readonly<Record<string, string>> = {
  'web/type-ring-b.ts': "import type { A } from './type-ring-a.ts'; export type B = A | 2;",
  'web/ring-b.ts': "import './ring-a.ts';",
  'test/builders.ts': 'export const aPage = 1;',
  'web/page.test.ts': "import 'tool'; import './page.tsx'; import '../test/builders.ts';",
  'web/date-utils.ts': "import './vi.ts';",
  'web/shared/dates.ts': "import '../vi.ts';",
};

describe('the arrows', () => {
  it('hold in this house', () => {
    const { status, errors, output } = drawArrows(root);
    expect(errors).toBe('');
    expect(output).toMatch(/^arrows: [1-9]\d* modules, 0 violations$/m);
    expect(status).toBe(0);
  });

  it('hold in the sound house, so that what fires below is what was planted', () => {
    const sight = drawArrows(build('sound', sound));
    expect(sight).toEqual({ status: 0, errors: '', output: 'arrows: 11 modules, 0 violations\n' });
  });

  it('each fire on a planted breach, with advice, and on nothing else', () => {
    const planted = Object.fromEntries(breaches.map(([, path, text]) => [path, text]));
    const { status, errors } = drawArrows(build('broken', { ...sound, ...beside, ...planted }));
    const fired = [...errors.matchAll(/^([a-z-]+): (\S+).*\n {2}(?=\S)/gm)].map(([, rule, path]) => `${rule}: ${path}`);
    expect(fired.sort()).toEqual(breaches.map(([rule, path]) => `${rule}: ${path}`).sort());
    expect(status).toBe(1);
  });

  it('have a planted breach for every rule', async () => {
    const address = new URL('../.dependency-cruiser.mjs', import.meta.url).href;
    const config: { readonly default: { readonly forbidden: readonly { readonly name: string }[] } } = await import(
      address
    );
    expect(new Set(breaches.map(([rule]) => rule))).toEqual(new Set(config.default.forbidden.map(({ name }) => name)));
  });

  it('fail where nothing was looked at', () => {
    expect(drawArrows(build('empty', {}))).toMatchObject({
      status: 1,
      errors: expect.stringContaining('no code found'),
    });
  });
});

function build(name: string, files: Readonly<Record<string, string>>): string {
  const house = join(houses, name);
  mkdirSync(house);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
  return house;
}

function drawArrows(house: string): {
  readonly status: number | null;
  readonly errors: string;
  readonly output: string;
} {
  const { status, stderr, stdout } = spawnSync(process.execPath, [join(root, 'scripts', 'arrows.mjs'), house], {
    encoding: 'utf8',
  });
  return { status, errors: stderr, output: stdout };
}
