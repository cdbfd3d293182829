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
    .command('import')
    .description('takes files or folders in; afterwards all is resolved and searchable')
    .argument('<path...>', 'files or folders: .html .txt .md .jsonl')
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
    .command('export')
    .description('articles, documents, citations, relations or meetings, for other programs')
    .argument('<what>', 'articles, documents, citations, relations or meetings')
    .requiredOption('--format <format>', 'csv, jsonl or xlsx')
    .option('--out <file>', 'file to write; standard output where none is named')
    .addOption(lang)
    .action(async (what, options) => end(await (await import('./export.ts')).runExport(what, options)));
  program
    .command('config')
    .description('the settings in force, and where each comes from')
    .option('--json', 'one JSON value')
    .action(async (options) => end(await (await import('./config.ts')).runConfig(options)));
  return program;
}
