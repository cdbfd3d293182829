/**
 * Files and folders → items to take in: pages and texts as they lie, the articles of .jsonl files line by line, those of
 * WARC files record by record (import-warc.ts).
 *
 * Folders are walked in the order of names. What cannot be opened is told through `onFault` and passed over.
 */
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { z } from 'zod';
import type { ImportItem } from './import-item.ts';
import { type FindRepeated, readWarcItems } from './import-warc.ts';
import { type JsonLine, readJsonLines } from './json-lines.ts';
import { isPlain, isSaidAddress, readSaidDate, SAID_ADDRESS, SAID_DATE } from './said-facts.ts';

export interface FileChoice {
  readonly source: string | null;
  readonly url: string | null;
  readonly published: string | null;
}

/** What is wrong with a path, in one sentence. */
export interface FileFault {
  readonly label: string;
  readonly reason: string;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.doc': 'application/msword',
  '.rtf': 'application/rtf',
};
const WARC = /\.warc(?:\.gz)?$/i;
const MAX_BYTES = 64 * 1024 * 1024;

/** What a value was to be, and what came. */
const expected = (what: string) => ({
  error: ({ input }: { readonly input?: unknown }) => `expected ${what}, got ${JSON.stringify(input)?.slice(0, 200)}`,
});
const isBlankOrDate = (text: string): boolean => text.trim() === '' || readSaidDate(text) !== null;

const lineSchema = z
  .object({
    url: z.string().max(4096).refine(isSaidAddress, expected(SAID_ADDRESS)),
    source: z.string().min(1).max(64).refine(isPlain, expected('letters and digits')).nullish(),
    text: z.string().optional(),
    html: z.string().optional(),
    title: z.string().nullish(),
    published: z.string().refine(isBlankOrDate, expected(SAID_DATE)).nullish(),
  })
  .refine(({ text, html }) => text !== undefined || html !== undefined, 'expected "text" or "html"');

/** All files below the paths, folders walked; a missing path is a fault. */
export async function* walkFiles(
  paths: readonly string[],
  onFault: (fault: FileFault) => void,
): AsyncGenerator<string> {
  for (const path of paths) {
    const info = await stat(path).catch((error: unknown) => faultOf(path, error));
    if ('reason' in info) onFault(info);
    else if (info.isDirectory()) yield* walkFolder(path, onFault);
    else yield path;
  }
}

/** The items in these files. `findRepeated` finds the bytes that WARC records only name. */
export async function* readImportItems(
  paths: readonly string[],
  choice: FileChoice,
  onFault: (fault: FileFault) => void,
  findRepeated: FindRepeated = async () => null,
): AsyncGenerator<ImportItem> {
  for await (const path of walkFiles(paths, onFault)) {
    if (extname(path).toLowerCase() === '.jsonl') yield* readLines(path, choice, onFault);
    else if (WARC.test(path)) yield* readWarcFile(path, choice, onFault, findRepeated);
    else {
      const item = await readOne(path, choice, onFault);
      if (item !== null) yield item;
    }
  }
}

async function* walkFolder(folder: string, onFault: (fault: FileFault) => void): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => faultOf(folder, error));
  if ('reason' in entries) {
    onFault(entries);
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walkFolder(path, onFault);
    else if (entry.isFile() && isImported(entry.name)) yield path;
  }
}

function isImported(name: string): boolean {
  const ending = extname(name).toLowerCase();
  return ending in MEDIA_TYPES || ending === '.jsonl' || WARC.test(name);
}

async function* readWarcFile(
  path: string,
  { source }: FileChoice,
  onFault: (fault: FileFault) => void,
  findRepeated: FindRepeated,
): AsyncGenerator<ImportItem> {
  try {
    yield* readWarcItems(path, source, findRepeated, onFault);
  } catch (error) {
    onFault(faultOf(path, error));
  }
}

async function readOne(
  path: string,
  choice: FileChoice,
  onFault: (fault: FileFault) => void,
): Promise<ImportItem | null> {
  const bytes = await readBytes(path);
  if ('reason' in bytes) {
    onFault(bytes);
    return null;
  }
  return {
    label: path,
    bytes: bytes.bytes,
    url: choice.url,
    source: choice.source,
    contentType: MEDIA_TYPES[extname(path).toLowerCase()] ?? null,
    fileName: basename(path),
    given: choice.published === null ? {} : { published: choice.published },
    isBareText: false,
  };
}

/** A file's bytes, or what is wrong with it. */
export async function readBytes(path: string): Promise<{ readonly bytes: Uint8Array } | FileFault> {
  try {
    const { size } = await stat(path);
    if (size > MAX_BYTES)
      return { label: path, reason: `the file has ${size} bytes, ${MAX_BYTES} are the most that is read` };
    return { bytes: await readFile(path) };
  } catch (error) {
    return faultOf(path, error);
  }
}

/** The lines of a file of JSON Lines. Throws when it cannot be opened or read, with what Node says as the cause. */
export async function* readJsonLinesOf(path: string): AsyncGenerator<JsonLine> {
  try {
    yield* readJsonLines(createReadStream(path));
  } catch (cause) {
    throw new Error(`Cannot read ${path}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

async function* readLines(
  path: string,
  choice: FileChoice,
  onFault: (fault: FileFault) => void,
): AsyncGenerator<ImportItem> {
  try {
    for await (const line of readJsonLinesOf(path)) {
      const label = `${path}, line ${line.number}`;
      const item = line.kind === 'fault' ? { label, reason: line.reason } : readLine(line.value, label, choice);
      if ('reason' in item) onFault(item);
      else yield item;
    }
  } catch (error) {
    onFault(faultOf(path, error));
  }
}

function readLine(value: unknown, label: string, choice: FileChoice): ImportItem | FileFault {
  const parsed = lineSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { label, reason: `${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'not an article'}` };
  }
  const { url, source, text, html, title, published } = parsed.data;
  const isPage = text === undefined;
  const date = published == null ? null : readSaidDate(published);
  return {
    label,
    bytes: new TextEncoder().encode(text ?? html ?? ''),
    url,
    source: source ?? choice.source,
    contentType: `${isPage ? 'text/html' : 'text/plain'}; charset=utf-8`,
    fileName: null,
    given: { ...(title != null && { title }), ...(date !== null && { published: date }) },
    isBareText: !isPage,
  };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'it may not be read: no right to',
  EPERM: 'it may not be read: no right to',
  EISDIR: 'it is a folder, a file was expected',
};

function faultOf(path: string, thrown: unknown): FileFault {
  const error = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return { label: path, reason: REASONS[code] ?? (error instanceof Error ? error.message : String(error)) };
}
