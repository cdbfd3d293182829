/**
 * The rules that keep the house as it is, as rows: where a rule holds, what breaks it, what to do instead.
 *
 * The arrows between rooms are not here: .dependency-cruiser.mjs has them. Formatting and common mistakes are Biome's.
 * To change a rule, change its row and say why in the pull request; an exception is better than a bent rule.
 */
import type { SourceFacts, SourceFile } from './source-facts.ts';
import { readFacts } from './source-facts.ts';

/** The only places that may touch disk, network or other programs. Everything else is handed values or functions. */
export const ioPlaces: readonly { readonly path: RegExp; readonly why: string }[] = [
  { path: /^cli\//, why: 'the commands read and write what the user names' },
  { path: /^core\/archive\//, why: 'keeps the database and the snapshots' },
  { path: /^core\/search\/sqlite/, why: 'the embedded index is a file' },
  { path: /^ingest\/import/, why: 'takes in the files that the user names' },
  { path: /^ingest\/read\/desk-process\.ts$/, why: 'starts the process in which hostile files are read' },
  { path: /^ingest\/fetch\//, why: 'the only door to other machines' },
  { path: /^server\/listen/, why: 'opens the port' },
  { path: /^scripts\//, why: 'builds and tests the program, and is no part of it' },
];

const ioModules =
  /^(node:)?(fs|net|http|https|http2|tls|dns|dgram|child_process)(\/promises)?$|^undici$|^@photostructure\/sqlite$/;

/** Libraries that more than one room may import; any other has one home, so that it can be exchanged there. */
export const librariesAtHomeEverywhere: readonly { readonly name: string; readonly why: string }[] = [
  { name: 'zod', why: 'stands behind every door: HTTP, environment, JSON, rows' },
  { name: 'pino', why: 'one log for all rooms, mostly as a type' },
  { name: 'preact', why: 'web draws with it; server/pages may hold the components it is given' },
];

/** Writes the reason into the file: the one way past the limit of 300 lines. */
export const lengthExcuse = 'Longer than 300 lines because';

export interface HouseRule {
  readonly name: string;
  readonly advice: string;
  readonly holdsFor: (path: string) => boolean;
  /** What breaks the rule, each as `what` with its line, or without one when the whole file is meant. */
  readonly find: (facts: SourceFacts, file: SourceFile, brands: ReadonlySet<string>) => readonly (string | number)[];
}

export const houseRules: readonly HouseRule[] = [
  {
    name: 'io-in-its-place',
    advice:
      'Take the bytes, the function or the clock as an argument, or move the code to one of ioPlaces in test/house-rules.ts.',
    holdsFor: (path) => isProgram(path) && !ioPlaces.some((place) => place.path.test(path)),
    find: ({ imports, fetchCalls }) => [...imports.filter(({ what }) => ioModules.test(what)), ...fetchCalls].map(show),
  },
  {
    name: 'one-reader-of-the-environment',
    advice: 'Add a row to core/settings.ts and take the value as an argument.',
    holdsFor: (path) => isProgram(path) && path !== 'core/settings.ts',
    find: ({ environment }) => environment.map(show),
  },
  {
    name: 'imports-stand-at-the-top',
    advice: 'Import it at the top of the file; only cli/sohieu.ts loads a command when it is called.',
    holdsFor: (path) => isProgram(path) && path !== 'cli/sohieu.ts',
    find: ({ dynamicImports }) => dynamicImports.map(show),
  },
  {
    name: 'imports-name-the-file',
    advice: 'Write the file as it is on disk, with .ts or .tsx; the build rewrites it.',
    holdsFor: (path) => isTypeScript(path),
    find: ({ imports, typeImports }) =>
      [...imports, ...typeImports]
        .filter(({ what }) => what.startsWith('.') && !/\.(tsx?|mjs|json)$/.test(what))
        .map(show),
  },
  {
    name: 'no-any',
    advice: 'Use unknown and a zod schema right behind it, or the type that is meant.',
    holdsFor: isTypeScript,
    find: ({ anyTypes }) => anyTypes.map(show),
  },
  {
    name: 'no-unchecked-casts',
    advice:
      'Parse it with a schema or narrow it; only a brand may be given by `as`, in the function that checks for it.',
    holdsFor: (path) => isProgram(path),
    find: ({ casts }, _file, brands) => casts.filter(({ what }) => !brands.has(what)).map(show),
  },
  {
    name: 'no-default-exports',
    advice: 'Export it by its name, so that it is called the same everywhere.',
    holdsFor: (path) => isTypeScript(path) && !path.endsWith('.config.ts'),
    find: ({ defaultExports }) => defaultExports.map(show),
  },
  {
    name: 'no-re-exporting-index',
    advice: 'Delete it and import the file that owns the thing.',
    holdsFor: (path) => /(^|\/)index\.tsx?$/.test(path),
    find: ({ onlyReExports }) => (onlyReExports ? ['re-exports and does nothing else'] : []),
  },
  {
    name: 'kebab-case',
    advice: 'Name the file in kebab-case after the noun it holds: document-types.ts.',
    holdsFor: (path) => !path.split('/').at(-1)?.startsWith('.'),
    find: (_facts, { path }) => (/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(path.split('/').at(-1) ?? '') ? [] : ['its name']),
  },
  {
    name: 'core-has-rooms',
    advice:
      'Nothing but the settings lies loose in core: put it into citations, documents, meetings, archive or search.',
    holdsFor: (path) => /^core\/[^/]+$/.test(path),
    find: (_facts, { path }) => (/^core\/settings(\.test)?\.ts$/.test(path) ? [] : ['lies loose']),
  },
  {
    name: 'one-story-a-file',
    advice: `Split it where a second story begins, or say in its header: "${lengthExcuse} …".`,
    holdsFor: () => true,
    find: ({ lines }, { text }) => (lines > 300 && !text.includes(lengthExcuse) ? [`${lines} lines, at most 300`] : []),
  },
];

/** Every breach in one file as a sentence with its advice; empty when the file keeps all rules. */
export function checkHouseRules(file: SourceFile, brands: ReadonlySet<string>): readonly string[] {
  const facts = readFacts(file);
  return houseRules
    .filter((rule) => rule.holdsFor(file.path))
    .flatMap((rule) =>
      rule.find(facts, file, brands).map((breach) => `${file.path} ${breach} [${rule.name}] ${rule.advice}`),
    );
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.startsWith('test/');
}

/** What runs where sohieu runs: the five rooms without their tests. */
export function isProgram(path: string): boolean {
  return /^(cli|core|ingest|server|web)\//.test(path) && !isTest(path);
}

function isTypeScript(path: string): boolean {
  return /\.tsx?$/.test(path);
}

function show({ what, line }: { readonly what: string; readonly line: number }): string {
  return `line ${line}: ${what}`;
}
