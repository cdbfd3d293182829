/** `sohieu extract PATH…`: prints the citations of files without storing anything. */
import { basename, extname } from 'node:path';
import { linkText } from '../core/archive/link-text.ts';
import type { Citation } from '../core/citations/citation.ts';
import { extractCitations } from '../core/citations/extract.ts';
import type { Target } from '../core/documents/document.ts';
import { readSettings } from '../core/settings.ts';
import { readBytes, walkFiles } from '../ingest/import-files.ts';
import { decodeBytes } from '../ingest/read/charset.ts';
import { MAX_BYTES, unpackBytes, unpackReasons } from '../ingest/read/packed-bytes.ts';
import { readArticle } from '../ingest/read/read.ts';
import { tellBox } from '../ingest/read/read-input.ts';
import { shapeExtracted } from '../server/api/shapes.ts';
import { type ExitCode, exitCodeOf, parseDateOption } from './outcome.ts';
import { say, writeLine, writeOut } from './output.ts';
import { type Parts, withParts } from './parts.ts';
import { startProgress } from './progress.ts';
import { loadSources, requireSource } from './sources.ts';

export interface ExtractOptions {
  readonly jsonl?: boolean;
  readonly source?: string;
  readonly published?: string;
  readonly resolve?: boolean;
}

export async function runExtract(paths: readonly string[], options: ExtractOptions): Promise<ExitCode> {
  const published = options.published === undefined ? null : parseDateOption(options.published, '--published');
  if (options.resolve) return withParts((parts) => extractAll(paths, options, published, parts));
  if (options.source !== undefined) requireSource(loadSources(readSettings()), options.source);
  return extractAll(paths, options, published, null);
}

async function extractAll(
  paths: readonly string[],
  options: ExtractOptions,
  published: string | null,
  parts: Parts | null,
): Promise<ExitCode> {
  let done = 0;
  let failed = 0;
  const fail = (label: string, reason: string): void => {
    failed += 1;
    say(`Cannot extract from ${label}: ${reason.replace(/\.$/, '')}.`);
  };
  const source = parts === null ? null : requireSource(parts.sources, options.source);
  const progress = startProgress('extract', null);
  for await (const path of walkFiles(paths, ({ label, reason }) => fail(label, reason))) {
    const read = await readFileText(path);
    progress.step(path);
    if ('reason' in read) {
      fail(path, read.reason);
      continue;
    }
    const citations = extractCitations(read.text);
    const place = parts?.sources.placeOf(source) ?? null;
    const sourcePlaces = parts?.sources.placeOf.places ?? [];
    const facts = { text: read.text, place, sourcePlaces, date: published, host: null };
    const targets = parts === null ? null : await linkText(parts.archive.db, citations, facts);
    const id = basename(path, extname(path));
    if (options.jsonl)
      await writeLine({ id, citations: shapeExtracted(citations, targets?.map(({ document }) => document) ?? null) });
    else await writeOut(describe(path, citations, targets));
    done += 1;
  }
  progress.end();
  return exitCodeOf(done, failed);
}

/** The text that offsets count in: a text file's exactly as it is, a page's and an office file's as it is read. */
async function readFileText(path: string): Promise<{ readonly text: string } | { readonly reason: string }> {
  const read = await readBytes(path);
  if ('reason' in read) return read;
  if (/\.(?:html?|aspx|xhtml)$/i.test(path) || tellBox(read.bytes) !== null) {
    const article = await readArticle({
      bytes: read.bytes,
      url: `file:${basename(path)}`,
      contentType: null,
      fileName: basename(path),
    });
    return article.status === 'ok' ? { text: article.text } : { reason: article.error ?? article.status };
  }
  if (read.bytes.byteLength === 0) return { reason: 'the file is empty' };
  const plain = await unpackBytes(read.bytes, MAX_BYTES);
  if (typeof plain === 'string') return { reason: unpackReasons[plain] };
  const decoded = await decodeBytes(plain, null);
  return decoded.kind === 'text' ? { text: decoded.text } : { reason: decoded.reason };
}

function describe(path: string, citations: readonly Citation[], targets: readonly Target[] | null): string {
  const lines = citations.map((citation, index) => {
    const parts = [
      citation.canonical ?? '-',
      citation.surface.replace(/\s+/g, ' '),
      citation.issuerName,
      citation.date,
    ];
    const target = targets?.[index]?.document;
    return `  ${[...parts, target].filter((part) => part !== null && part !== undefined).join(' | ')}`;
  });
  return `${path}: ${citations.length}\n${lines.map((line) => `${line}\n`).join('')}`;
}
