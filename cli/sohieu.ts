#!/usr/bin/env node
/**
 * The command line: every command with its words. What a command does is in the file of its name, loaded when it is
 * called, so that `extract` need not wait for the server's libraries.
 */
import { createRequire } from 'node:module';
import { Command, CommanderError, Option } from 'commander';
import { z } from 'zod';
import { SettingsError } from '../core/settings.ts';
import { type ExitCode, UsageError } from './outcome.ts';
import { say } from './output.ts';

const manifest = z.object({ version: z.string() });
const require = createRequire(import.meta.url);
const { version } = manifest.parse(require('#manifest'));
const date = 'a day such as 2023-03-21, or ISO 8601 with a time';

process.exitCode = await run(process.argv);

/** Runs one command and answers its exit code; errors become one sentence on standard error. */
async function run(argv: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = 0;
  const end = (outcome: ExitCode): void => {
    code = outcome;
  };
  try {
    const program = describeProgram(end);
    await program.parseAsync([...withoutHelpOfNothing(argv, program)]);
    return code;
  } catch (error) {
    return explain(error);
  }
}

/** `sohieu nonsense --help` would show the program's help and pass for success: only the unknown word is looked at. */
function withoutHelpOfNothing(argv: readonly string[], program: Command): readonly string[] {
  const word = argv[2];
  const isKnown = word === undefined || word.startsWith('-') || word === 'help';
  return isKnown || program.commands.some((command) => command.name() === word) ? argv : argv.slice(0, 3);
}

function explain(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  say(error instanceof Error ? error.message : String(error));
  return error instanceof UsageError || error instanceof SettingsError ? 2 : 1;
}

function describeProgram(end: (code: ExitCode) => void): Command {
  const program = new Command('sohieu')
    .description('Which meetings invoked this document, when, who was in the chair, and what was said about it.')
    .version(version)
    .showHelpAfterError('(sohieu --help lists the commands)')
    .exitOverride();
  const lang = new Option('--lang <language>', 'language of reasons and notes').choices(['vi', 'en']).default('vi');

  program
    .command('serve')
    .description('the server: pages for people, JSON for programs')
    .action(async () => end(await (await import('./serve.ts')).runServe(version)));
  program
    .command('ingest')
    .description('one run over the sources: fetches what is new, resumable')
    .argument('[source...]', 'ids of source files; all that are enabled where none is named')
    .option('--since <date>', `leaves alone what a list says is older: ${date}`)
    .option('--limit <n>', 'most pages of articles to ask for, for each source')
    .option('--full', 'walks all lists to their end and asks for everything known again')
    .option('--dry-run', 'walks the lists and keeps nothing')
    .option('--json', "prints the run's report")
    .action(async (ids, options) => end(await (await import('./ingest.ts')).runIngest(ids, options, version)));
  program
    .command('sources')
    .description('the sources; or tries one and shows what a run would take: sources check ID')
    .argument('[check]', 'check')
    .argument('[id]', 'id of a source file')
    .option('--json', 'one JSON value')
    .action(async (check, id, options) => {
      const words = [check, id].filter((word) => word !== undefined);
      const { openNetwork } = await import('./network.ts');
      const { runSources } = await import('./source-commands.ts');
      end(await runSources(words, options, (settings) => openNetwork(settings, version)));
    });
  program
    .command('runs')
    .description('the last runs, or the report of one')
    .argument('[id]', 'id of a run')
    .option('--json', 'one JSON value')
    .action(async (id, options) => end(await (await import('./runs.ts')).runRuns(id, options)));
  program
    .command('import')
    .description('takes files or folders in; afterwards all is resolved and searchable')
    .argument('<path...>', 'files or folders: .html .txt .pdf .docx .md .jsonl .warc .warc.gz')
    .option('--source <id>', 'the source file that says where they come from')
    .option('--url <url>', 'address of the article (one file only)')
    .option('--published <date>', `day of publication: ${date}`)
    .action(async (paths, options) => end(await (await import('./import.ts')).runImport(paths, options)));
  program
    .command('extract')
    .description('prints the citations of files without storing anything')
    .argument('<path...>', 'files or folders')
    .option('--jsonl', 'one JSON line a file')
    .option('--source <id>', 'the source file that says where they come from')
    .option('--published <date>', `day of publication: ${date}`)
    .option('--resolve', 'with the documents of the archive that they mean')
    .action(async (paths, options) => end(await (await import('./extract.ts')).runExtract(paths, options)));
  program
    .command('article')
    .description('prints what a file is read as: title, lead, text, date, meeting')
    .argument('[file]', 'a page or text file')
    .option('--url <url>', 'address it was published at')
    .option('--json', 'one JSON value')
    .option('--batch <list>', 'many files: a list of lines {"id", "file", "url", "content_type"?}; one JSON line each')
    .action(async (file, options) => end(await (await import('./article.ts')).runArticle(file, options)));
  program
    .command('allowed')
    .description('what a robots.txt permits: allowed or disallowed for each address')
    .argument('[url...]', 'addresses of the site that the file came from')
    .option('--robots <file>', 'the robots.txt')
    .option('--agent <name>', 'who asks: a product token, or a User-Agent that begins with one')
    .option(
      '--batch <list>',
      'many: a list of lines {"robots", "agent", "url"}, robots being the text; one word a line',
    )
    .action(async (urls, options) => end(await (await import('./allowed.ts')).runAllowed(urls, options)));
  program
    .command('search')
    .description('what the search page would show')
    .argument('<query>', 'a code, words, a name')
    .option('--type <symbol>', 'type of the cited documents, such as NQ')
    .option('--issuer <name>', 'issuer of the cited documents, such as "Thành ủy Hạ Long"')
    .option('--from <date>', `first day: ${date}`)
    .option('--to <date>', `last day: ${date}`)
    .option('--json', 'one JSON value')
    .addOption(lang)
    .action(async (query, options) => end(await (await import('./search.ts')).runSearch(query, options)));
  program
    .command('show')
    .description('the documents behind a code, however sloppily typed, and what cites them')
    .argument('<code>', 'a code, such as "nq 21 tu"')
    .option('--json', 'one JSON value')
    .addOption(lang)
    .action(async (code, options) => end(await (await import('./show.ts')).runShow(code, options)));
  program
    .command('check')
    .description('cite-checks a draft: each citation with what the archive knows of it')
    .argument('<file>', 'the draft: .txt .md .docx .pdf .html')
    .option('--json', 'one JSON value')
    .option('--source <id>', 'the source file whose place tells what its Thành ủy, HĐND tỉnh mean')
    .option('--published <date>', `day of the draft, today where none is given: ${date}`)
    .addOption(lang)
    .action(async (file, options) => end(await (await import('./check.ts')).runCheck(file, options)));
  program
    .command('export')
    .description('articles, documents, citations, relations, meetings or snapshots, for other programs')
    .argument('<what>', 'articles, documents, citations, relations, meetings or snapshots')
    .requiredOption('--format <format>', 'csv, jsonl or xlsx; warc for snapshots')
    .option('--out <file>', 'file to write (.warc.gz is gzipped); standard output where none is named')
    .addOption(lang)
    .action(async (what, options) => end(await (await import('./export.ts')).runExport(what, options, version)));
  program
    .command('reread')
    .description('rebuilds articles from the kept snapshots, with no network')
    .argument('[source]', 'id of a source; all where none is named')
    .action(async (source) => end(await (await import('./reread.ts')).runReread(source)));
  program
    .command('resolve')
    .description('rebuilds identities, meetings and relations from the articles')
    .action(async () => end(await (await import('./resolve.ts')).runResolve()));
  program
    .command('reindex')
    .description('makes the search index anew beside the live one, then swaps')
    .action(async () => end(await (await import('./reindex.ts')).runReindex()));
  describeDecisions(program, end);
  program
    .command('verify')
    .description('proves that database, snapshots and search index agree, or lists where they do not')
    .action(async () => end(await (await import('./verify.ts')).runVerify()));
  program
    .command('generate')
    .description('an invented corpus with its truth: articles to import, their sources, what export should say of them')
    .requiredOption('--articles <n>', 'how many articles')
    .requiredOption('--seed <s>', 'any word or number; the same makes the same bytes')
    .requiredOption('--out <dir>', 'an empty folder, or one that is not there yet')
    .action(async (options) => end(await (await import('./generate.ts')).runGenerate(options)));
  program
    .command('config')
    .description('the settings in force, and where each comes from')
    .option('--json', 'one JSON value')
    .action(async (options) => end(await (await import('./config.ts')).runConfig(options)));
  return program;
}

/** What people decide has commands of its own kind: each names what it is about, who decides, and why. */
function describeDecisions(program: Command, end: (code: ExitCode) => void): void {
  const decisions = program.command('decide').description('keeps what a person decides; every re-run heeds it');
  const add = (name: string, description: string): Command =>
    decisions
      .command(name)
      .description(description)
      .requiredOption('--by <name>', 'who decides')
      .requiredOption('--reason <words>', 'why');
  const load = () => import('./decide.ts');
  const addMention = (command: Command): Command =>
    command
      .option('--url <url>', 'address of the article')
      .option('--text <words>', 'the mention as printed')
      .option('--at <offset>', 'where it begins, if its words come again');

  addMention(add('assign', 'this mention, or every mention of this code, means this document'))
    .argument('<document>', 'id of the document')
    .option('--code <code>', 'a code in place of one mention')
    .option('--source <id>', 'only in articles of this source (with --code)')
    .action(async (document, options) => {
      const { mentionOf, runDecide } = await load();
      const { code, source = null } = options;
      const wish =
        code === undefined
          ? { kind: 'assign' as const, mention: mentionOf(options), document }
          : { kind: 'alias' as const, code, source, document };
      end(await runDecide(wish, options));
    });
  addMention(add('reject', 'what this mention is linked to is wrong')).action(async (options) => {
    const { mentionOf, runDecide } = await load();
    end(await runDecide({ kind: 'reject', mention: mentionOf(options) }, options));
  });
  add('merge', 'both are one document, which keeps the second id')
    .argument('<document>', 'id of the document that goes')
    .argument('<into>', 'id of the document that stays')
    .action(async (document, into, options) =>
      end(await (await load()).runDecide({ kind: 'merge', document, into }, options)),
    );
  add('split', 'some mentions of a document mean another one')
    .argument('<document>', 'id of the document')
    .argument('<into>', 'id of the other one')
    .option('--source <id>', 'mentions in articles of this source')
    .option('--date <day>', 'mentions printed with this date')
    .action(async (document, into, options) => {
      const { dayOf, runDecide } = await load();
      const date = options.date === undefined ? null : dayOf('--date', options.date);
      end(await runDecide({ kind: 'split', document, into, source: options.source ?? null, date }, options));
    });
  add('correct', 'what is shown of a document')
    .argument('<document>', 'id of the document')
    .option('--title <words>', 'its title')
    .option('--issuer <words>', 'who issued it')
    .option('--date <day>', 'its date')
    .action(async (document, options) => {
      const { dayOf, runDecide } = await load();
      const { title, issuer } = options;
      const date = options.date === undefined ? undefined : dayOf('--date', options.date);
      end(await runDecide({ kind: 'correct', document, says: { title, issuer, date } }, options));
    });
  add('undo', 'a decision counts no longer')
    .argument('<decision>', 'id of the decision')
    .action(async (decision, options) => end(await (await load()).runDecide({ kind: 'undo', decision }, options)));
  program
    .command('decisions')
    .description('what people decided, oldest first')
    .option('--json', 'one JSON value')
    .action(async (options) => end(await (await import('./decide.ts')).runDecisions(options)));
}
