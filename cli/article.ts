/** `sohieu article FILE --url URL`: prints what a page or file is read as; `--batch LIST` for many, a line each. */
import { basename, dirname, resolve } from 'node:path';
import { z } from 'zod';
import type { MeetingFacts } from '../core/meetings/meeting.ts';
import { readMeeting } from '../core/meetings/read-meeting.ts';
import { readBytes, readJsonLinesOf } from '../ingest/import-files.ts';
import { type ReadArticle, unreadArticle } from '../ingest/read/article.ts';
import { readArticle } from '../ingest/read/read.ts';
import { type ExitCode, exitCodeOf, UsageError } from './outcome.ts';
import { say, writeJson, writeLine, writeOut } from './output.ts';

export interface ArticleOptions {
  readonly url?: string;
  readonly json?: boolean;
  readonly batch?: string;
}

const lineSchema = z.object({
  id: z.string(),
  file: z.string(),
  url: z.string(),
  content_type: z.string().optional(),
});

export async function runArticle(file: string | undefined, options: ArticleOptions): Promise<ExitCode> {
  if (options.batch !== undefined) {
    if (file !== undefined) throw new UsageError('Cannot read a FILE and a --batch at once: give one of them.');
    return runBatch(options.batch);
  }
  if (file === undefined) throw new UsageError('Cannot read an article: expected a FILE with --url, or --batch LIST.');
  if (options.url === undefined || !URL.canParse(options.url)) {
    throw new UsageError(`Cannot read ${file}: expected --url with the address it was published at.`);
  }
  const article = await readFileAt(file, options.url, null);
  if (options.json) await writeJson(shapeRead(article));
  else await writeOut(describe(article));
  if (article.status !== 'ok') say(`Cannot read ${file}: ${article.error ?? article.status}`);
  return article.status === 'ok' ? 0 : 1;
}

async function runBatch(list: string): Promise<ExitCode> {
  let done = 0;
  let failed = 0;
  for await (const line of readJsonLinesOf(list)) {
    const parsed = lineSchema.safeParse(line.kind === 'value' ? line.value : undefined);
    if (!parsed.success) {
      say(`Cannot read ${list}, line ${line.number}: expected {"id", "file", "url"}.`);
      failed += 1;
      continue;
    }
    const { id, file, url, content_type: contentType } = parsed.data;
    const article = await readFileAt(resolve(dirname(list), file), url, contentType ?? null);
    await writeLine({ id, ...shapeRead(article) });
    if (article.status === 'ok') done += 1;
    else failed += 1;
  }
  return exitCodeOf(done, failed);
}

async function readFileAt(file: string, url: string, contentType: string | null): Promise<ReadArticle> {
  const read = await readBytes(file);
  if ('reason' in read) return unreadArticle('failed', read.reason, url, null);
  return readArticle({ bytes: read.bytes, url, contentType, fileName: basename(file), now: new Date() });
}

/** The contract's shape of a reading, with the meeting it reports. */
function shapeRead(article: ReadArticle) {
  const meeting = article.status === 'ok' ? readMeeting(article) : null;
  return {
    status: article.status,
    ...(article.error !== null && { error: article.error }),
    encoding: article.encoding,
    url: article.url,
    canonical_url: article.canonicalUrl,
    title: article.title,
    lead: article.lead,
    text: article.text,
    author: article.author,
    published: article.published,
    updated: article.updated,
    language: article.language,
    section: article.section,
    attachments: article.attachments,
    meeting: meeting === null ? null : shapeMeetingFacts(meeting),
    warnings: article.warnings,
  };
}

function shapeMeetingFacts({ kind, title, date, dateTo, precision, host, place, chair, participants }: MeetingFacts) {
  return { kind, title, date, date_to: dateTo, precision, host, place, chair, participants };
}

function describe(article: ReadArticle): string {
  const facts = [
    ['title', article.title],
    ['published', article.published],
    ['author', article.author],
    ['encoding', article.encoding],
  ].map(([name, value]) => `${name}: ${value ?? '-'}`);
  return `${facts.join('\n')}\n\n${article.text}\n`;
}
