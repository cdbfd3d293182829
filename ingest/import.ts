/**
 * Takes items in: bytes are kept first, then read, then put into the archive and derived. One bad item is its own
 * recorded failure; the rest goes on.
 *
 * Where items come from (files, lines, the bundled samples) is import-files.ts's; what is told from them together is
 * settled once at the end, or by the next run where this one is killed.
 */
import type { Archive } from '../core/archive/archive.ts';
import { putArticle } from '../core/archive/article-intake.ts';
import { countArticles } from '../core/archive/articles.ts';
import { recordChanges } from '../core/archive/changes.ts';
import { deriveArticle, type PlaceOf, settleChanges } from '../core/archive/derive.ts';
import type { ArticleId, ArticleReading, ArticleStatus } from '../core/archive/records.ts';
import { removeSamples } from '../core/archive/samples.ts';
import { keepSnapshot } from '../core/archive/snapshots.ts';
import { inTransaction } from '../core/archive/transaction.ts';
import type { ReadArticle } from './read/article.ts';
import type { ReadSelectors } from './read/html.ts';
import { readArticle } from './read/read.ts';

/** One thing to take in. */
export interface ImportItem {
  /** What messages call it: a path, with the line in a .jsonl. */
  readonly label: string;
  readonly bytes: Uint8Array;
  /** Address of the article; null takes `urn:sha256:` of the bytes. */
  readonly url: string | null;
  readonly source: string | null;
  readonly contentType: string | null;
  readonly fileName: string | null;
  /** Said beside the bytes and believed before what is read from them. */
  readonly given: { readonly title?: string; readonly published?: string };
  /** The bytes are an article's text already, without title and furniture, and are kept as they are. */
  readonly isBareText: boolean;
}

export type ImportEvent =
  | { readonly kind: 'new' | 'unchanged' | 'version'; readonly label: string; readonly id: ArticleId }
  | { readonly kind: 'failed'; readonly label: string; readonly reason: string }
  | { readonly kind: 'settling'; readonly articles: number };

export interface ImportParts {
  readonly archive: Archive;
  readonly placeOf: PlaceOf;
  readonly selectorsOf: (source: string | null) => ReadSelectors | undefined;
  readonly onEvent: (event: ImportEvent) => void;
  /** True for the bundled samples. */
  readonly areSamples: boolean;
  /** Samples leave when a real article comes, unless they are to be kept. */
  readonly keepSamples: boolean;
}

export interface ImportReport {
  readonly new: number;
  readonly versions: number;
  readonly unchanged: number;
  readonly failed: readonly { readonly label: string; readonly reason: string }[];
}

/** Takes all items in and settles what follows from them. */
export async function importItems(items: AsyncIterable<ImportItem>, parts: ImportParts): Promise<ImportReport> {
  const counts = { new: 0, version: 0, unchanged: 0 };
  const failed: { label: string; reason: string }[] = [];
  const { archive, onEvent } = parts;
  for await (const item of items) {
    const outcome = await importItem(item, parts);
    onEvent(outcome);
    if (outcome.kind === 'failed') failed.push(outcome);
    else counts[outcome.kind] += 1;
  }
  if (!parts.areSamples && !parts.keepSamples) await dropSamples(archive);
  await settleChanges(archive.db, (articles) => onEvent({ kind: 'settling', articles }));
  return { new: counts.new, versions: counts.version, unchanged: counts.unchanged, failed };
}

/** Takes the samples out of an archive that holds a real article, wherever an earlier run may have been stopped. */
async function dropSamples({ db }: Archive): Promise<void> {
  if ((await countArticles(db, { samples: true })) === 0 || (await countArticles(db, { samples: false })) === 0) return;
  await inTransaction(db, async (trx) => {
    const { documentsLeft, articlesLeft } = await removeSamples(trx);
    await recordChanges(trx, 'document', 'put', documentsLeft);
    await recordChanges(trx, 'article', 'put', articlesLeft);
  });
}

type ItemOutcome = Exclude<ImportEvent, { readonly kind: 'settling' }>;

async function importItem(item: ImportItem, parts: ImportParts): Promise<ItemOutcome> {
  const { archive, placeOf } = parts;
  try {
    const read = await readItem(item, parts);
    if (read.status !== 'ok' && read.status !== 'text_unavailable') {
      return { kind: 'failed', label: item.label, reason: read.error ?? `reading ended as ${read.status}` };
    }
    const snapshot = await keepSnapshot(archive, item.bytes, item.contentType ?? 'application/octet-stream');
    const url = item.url ?? `urn:sha256:${snapshot}`;
    const status: ArticleStatus = read.status === 'ok' ? 'held' : 'text_unavailable';
    const reading: ArticleReading = {
      url,
      source: item.source,
      status,
      title: item.given.title ?? read.title,
      lead: read.lead,
      text: read.text,
      author: read.author,
      published: item.given.published ?? read.published,
      updated: read.updated,
      encoding: read.encoding,
      language: read.language,
      section: read.section,
      attachments: read.attachments,
      warnings: read.warnings,
      snapshot,
      capturedAt: archive.clock().toISOString(),
      isSample: parts.areSamples,
    };
    // One transaction: an article that is kept is derived, wherever the program is stopped.
    const put = await inTransaction(archive.db, async (trx) => {
      const outcome = await putArticle(trx, reading, { given: givenOf(item), isReviewed: true });
      if (outcome.kind === 'new' || outcome.kind === 'version') await deriveArticle(trx, outcome.id, placeOf);
      return outcome;
    });
    if (put.kind === 'held_back')
      return { kind: 'failed', label: item.label, reason: `held for review: ${put.reason}` };
    return { kind: put.kind, label: item.label, id: put.id };
  } catch (error) {
    if (isBrokenStore(error)) throw error;
    return { kind: 'failed', label: item.label, reason: error instanceof Error ? error.message : String(error) };
  }
}

async function readItem(item: ImportItem, parts: ImportParts): Promise<ReadArticle> {
  const read = await readArticle({
    bytes: item.bytes,
    url: item.url ?? 'urn:sha256:',
    contentType: item.contentType,
    fileName: item.fileName,
    selectors: parts.selectorsOf(item.source),
    now: parts.archive.clock(),
  });
  if (!item.isBareText || item.given.title === undefined) return read;
  // The text came without its title, so nothing of it may be taken for one.
  const text = new TextDecoder().decode(item.bytes);
  return {
    ...read,
    status: text.trim() === '' ? 'failed' : 'ok',
    error: text.trim() === '' ? 'the text is empty' : null,
    text,
    lead: read.lead,
  };
}

function givenOf({ given, isBareText }: ImportItem): Readonly<Record<string, string>> {
  const bare = isBareText ? { form: 'text' } : {};
  return { ...given, ...bare };
}

/** A full disk or a damaged database is not the item's fault: it stops the run. */
function isBrokenStore(error: unknown): boolean {
  return (
    error instanceof Error && /ENOSPC|EROFS|disk (?:I\/O error|is full)|malformed|not a database/i.test(error.message)
  );
}
