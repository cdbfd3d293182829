/** `sohieu generate`: an invented corpus with its truth, to try the program on and to measure it against. */
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { generateCorpus } from '../ingest/generate/corpus.ts';
import { sourceFile } from '../ingest/generate/truth-shapes.ts';
import { type ExitCode, UsageError } from './outcome.ts';
import { say } from './output.ts';
import { startProgress } from './progress.ts';

export interface GenerateOptions {
  readonly articles: string;
  readonly seed: string;
  readonly out: string;
}

const MOST = 10_000_000;
const LINES_HELD = 400;

export async function runGenerate({ articles, seed, out }: GenerateOptions): Promise<ExitCode> {
  const count = Number(articles);
  if (!/^\d{1,8}$/.test(articles) || count < 1 || count > MOST)
    throw new UsageError(`Cannot use --articles "${articles}": expected a number from 1 to ${MOST}.`);
  await makeEmpty(out);
  const corpus = generateCorpus({ articles: count, seed });
  for (const source of corpus.sources) await writeFile(join(out, 'sources', `${source.id}.yaml`), sourceFile(source));
  const lines = openLines(join(out, 'articles.jsonl'));
  const truth = {
    citations: openLines(join(out, 'truth', 'citations.jsonl')),
    relations: openLines(join(out, 'truth', 'relations.jsonl')),
    meetings: openLines(join(out, 'truth', 'meetings.jsonl')),
    documents: openLines(join(out, 'truth', 'documents.jsonl')),
  };
  const progress = startProgress('generate', count);
  for (const item of corpus.items) {
    if (item.kind === 'meeting') await truth.meetings.write([item.meeting]);
    else if (item.kind === 'document') await truth.documents.write([item.document]);
    else {
      await lines.write([item.article.line]);
      await truth.citations.write(item.article.citations);
      await truth.relations.write(item.article.relations);
      progress.step();
    }
  }
  for (const file of [lines, ...Object.values(truth)]) await file.end();
  progress.end();
  say(`generate: wrote ${count} articles with their truth to ${out}`);
  return 0;
}

/** Never mixes two corpora, nor anything else, in one folder. */
async function makeEmpty(out: string): Promise<void> {
  await mkdir(out, { recursive: true });
  const found = await readdir(out);
  if (found.length > 0)
    throw new UsageError(`Cannot write to --out "${out}": expected an empty folder, found ${found[0]}.`);
  await mkdir(join(out, 'sources'));
  await mkdir(join(out, 'truth'));
}

interface Lines {
  write(values: readonly object[]): Promise<void>;
  end(): Promise<void>;
}

/** Lines go to disk a piece at a time: a hundred thousand small writes take longer than all the rest. */
function openLines(path: string): Lines {
  const file: WriteStream = createWriteStream(path, { mode: 0o644 });
  let held: string[] = [];
  const flush = async (): Promise<void> => {
    const text = held.join('');
    held = [];
    if (text !== '' && !file.write(text)) await once(file, 'drain');
  };
  return {
    write: async (values) => {
      for (const value of values) held.push(`${JSON.stringify(value)}\n`);
      if (held.length >= LINES_HELD) await flush();
    },
    end: async () => {
      await flush();
      file.end();
      await finished(file);
    },
  };
}
