/**
 * The arrows of the house: which room may import which. `npm run arrows` checks them, test/arrows.test.ts proves that
 * each rule fires. A rule's comment says what to do, not only what is wrong.
 *
 * Types count as imports (tsPreCompilationDeps): a ring of types ties files together as firmly as a ring of calls.
 * Tests beside the code obey the same arrows, except that they may use test/ and devDependencies.
 */

const ours = '^(cli|core|ingest|server|web)/';
const settings = '^core/settings\\.ts$'; // has a rule of its own below
const tests = '(\\.test\\.tsx?$|^test/)';

/** One arrow rule: files under `path` may import, of our own code, only what matches one of `allowed`. */
function room(name, path, allowed, comment) {
  return { name, severity: 'error', comment, from: { path }, to: { path: ours, pathNot: [...allowed, settings] } };
}

export default {
  forbidden: [
    room(
      'citations-stand-alone',
      '^core/citations/',
      ['^core/citations/'],
      'core/citations imports nothing of ours: take what you need as an argument, or move the code that needs both to core/documents.',
    ),
    room(
      'documents-know-citations',
      '^core/documents/',
      ['^core/(citations|documents)/'],
      'core/documents imports only core/citations and itself: take facts of meetings or the archive as plain arguments.',
    ),
    room(
      'meetings-know-citations',
      '^core/meetings/',
      ['^core/(citations|meetings)/'],
      'core/meetings imports only core/citations and itself: take facts of documents or the archive as plain arguments.',
    ),
    room(
      'archive-keeps',
      '^core/archive/',
      ['^core/(citations|documents|meetings|archive)/'],
      'core/archive imports citations, documents and meetings: search hears of changes by reading them, and never the other way round.',
    ),
    room(
      'search-reads-archive',
      '^core/search/',
      ['^core/(citations|documents|meetings|archive|search)/'],
      'core/search imports only core: give it values; the server asks it, and cli/ hands it its settings.',
    ),
    room(
      'settings-stand-alone',
      '^core/[^/]+$',
      ['^core/[^/]+$'],
      'core/settings.ts imports nothing of ours: a setting is a value, and the room that uses it is handed it by cli/.',
    ),
    room(
      'ingest-fills',
      '^ingest/',
      ['^core/', '^ingest/'],
      'ingest imports core and itself: what ingest and server both need belongs in core; a test that needs both belongs in test/.',
    ),
    room(
      'server-answers',
      '^server/',
      ['^core/', '^server/', '^web/'],
      'server imports core, web and itself: what ingest must do for it is handed in by cli/; a test that needs both belongs in test/.',
    ),
    room(
      'web-draws',
      '^web/',
      ['^web/'],
      'web imports nothing but web: declare the view data you draw here, and let server/pages fill it.',
    ),
    {
      name: 'settings-at-the-door',
      severity: 'error',
      comment: 'core/settings.ts is for cli and server only: take the single value you need as an argument.',
      from: { path: '^(core|ingest|web)/', pathNot: '^core/settings(\\.test)?\\.ts$' },
      to: { path: settings },
    },
    {
      name: 'no-circular',
      severity: 'error',
      comment:
        'These files import each other in a ring (types count): move what both need into the file that owns it, or into a third one.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'Nothing imports this file and it imports nothing: use it or delete it.',
      from: { orphan: true, pathNot: [tests, '\\.d\\.ts$'] },
      to: {},
    },
    {
      name: 'not-to-test',
      severity: 'error',
      comment: 'The program may not import tests: move what it needs out of the test, beside the code it belongs to.',
      from: { pathNot: tests },
      to: { path: tests },
    },
    {
      name: 'not-to-dev-dependency',
      severity: 'error',
      comment:
        'The program may not import a devDependency: it is absent where sohieu runs. Move it to dependencies, with its reason in docs/decisions.',
      from: { path: ours, pathNot: tests },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm'], pathNot: '^node_modules/@types/' },
    },
    {
      name: 'not-to-unlisted',
      severity: 'error',
      comment:
        'This package is not in package.json: it is here only because another package brought it. List it, with its reason in docs/decisions.',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      comment: 'This import leads nowhere: check the spelling and the ending (.ts, .tsx), or install the package.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-vague-names',
      severity: 'error',
      comment:
        'This name says nothing: name the file after the concept it holds. Code without a home is a concept not yet named.',
      from: {},
      to: {
        path: '(^|[/.-])(utils?|helpers?|commons?|misc|shared|libs?|bases?|managers?|services?)[/.]',
        pathNot: '(^|/)node_modules/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
