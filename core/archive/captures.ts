/**
 * Which bytes came from which address, when, and what was said beside them: provenance, only ever appended to.
 *
 * From the captures and the snapshots every article can be read again without the network. The same bytes again right
 * after themselves say nothing new and add no row.
 */
import { z } from 'zod';
import { jsonColumn, wordColumn } from './columns.ts';
import { inPieces } from './dialect.ts';
import { streamPages } from './paging.ts';
import type { ArticleId, SnapshotHash } from './records.ts';
import type { ArchiveDb } from './schema.ts';

export const captureStatuses = ['imported', 'fetched'] as const;
export type CaptureStatus = (typeof captureStatuses)[number];

export interface Capture {
  readonly url: string;
  readonly snapshot: SnapshotHash;
  /** An instant in UTC. */
  readonly capturedAt: string;
  readonly source: string | null;
  readonly status: CaptureStatus;
  /** What was said beside the bytes and cannot be read from them, such as `published` or `content_type`. */
  readonly given: Readonly<Record<string, string>>;
  /** The answer that brought them; null for what was handed in. */
  readonly http: CapturedAnswer | null;
}

/** What a server said beside the bytes, as far as it is evidence. */
export interface CapturedAnswer {
  /** The address that answered in the end. */
  readonly url: string;
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A capture with what its bytes are. */
export interface KeptCapture extends Capture {
  readonly mediaType: string;
}

/** All captures of one article's address, oldest first. */
export interface CaptureHistory {
  readonly article: ArticleId;
  readonly url: string;
  readonly isSample: boolean;
  readonly captures: readonly KeptCapture[];
}

const givenColumn = jsonColumn<Capture['given']>('captures.given_json', z.record(z.string(), z.string()));
const httpColumn = jsonColumn<CapturedAnswer>(
  'captures.http_json',
  z.object({ url: z.string(), status: z.number(), headers: z.record(z.string(), z.string()) }),
);
const readStatus = wordColumn('captures.status', captureStatuses);

/** Appends a capture unless the newest one of its address has the same bytes; its snapshot must be kept already. */
export async function recordCapture(db: ArchiveDb, capture: Capture): Promise<void> {
  const newest = await db
    .selectFrom('captures')
    .select('sha256')
    .where('url', '=', capture.url)
    .orderBy('captured_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (newest?.sha256 === capture.snapshot) return;
  await db
    .insertInto('captures')
    .values({
      url: capture.url,
      captured_at: capture.capturedAt,
      sha256: capture.snapshot,
      source: capture.source,
      status: capture.status,
      given_json: givenColumn.write(capture.given),
      http_json: capture.http === null ? null : httpColumn.write(capture.http),
    })
    .onConflict((conflict) => conflict.columns(['url', 'captured_at', 'sha256']).doNothing())
    .execute();
}

/** What every article, or every article of one source, can be read again from; in the order of article ids. */
export async function* streamCaptureHistories(db: ArchiveDb, source: string | null): AsyncGenerator<CaptureHistory> {
  const articles = streamPages<{ readonly id: ArticleId; readonly url: string; readonly is_sample: number }>(
    (after) => {
      let query = db.selectFrom('articles').select(['id', 'url', 'is_sample']).orderBy('id').limit(500);
      if (source !== null) query = query.where('source', '=', source);
      return (after === null ? query : query.where('id', '>', after.id)).execute();
    },
  );
  for await (const { id, url, is_sample } of articles) {
    yield { article: id, url, isSample: is_sample === 1, captures: await listCaptures(db, [url]) };
  }
}

/** What an address brought last; null when it never brought anything. */
export async function newestCapture(db: ArchiveDb, url: string): Promise<KeptCapture | null> {
  return (await listCaptures(db, [url])).at(-1) ?? null;
}

/** Addresses of captures that are this one, or this one with parameters behind it. */
export async function listCapturedBelow(db: ArchiveDb, address: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('captures')
    .select('url')
    .distinct()
    .where((where) =>
      where.or([
        where('url', '=', address),
        // What is behind a question mark sorts before the next sign.
        where.and([where('url', '>=', `${address}?`), where('url', '<', `${address}@`)]),
      ]),
    )
    .orderBy('url')
    .execute();
  return rows.map(({ url }) => url);
}

/** When an address first brought these bytes, and with which answer; null when it never did. */
export async function findCapture(db: ArchiveDb, url: string, snapshot: SnapshotHash): Promise<KeptCapture | null> {
  const row = await selectCaptures(db)
    .where('captures.url', '=', url)
    .where('captures.sha256', '=', snapshot)
    .orderBy('captures.captured_at')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : toCapture(row);
}

/** Captures of some addresses, oldest first within each. */
export async function listCaptures(db: ArchiveDb, urls: readonly string[]): Promise<readonly KeptCapture[]> {
  const found: KeptCapture[] = [];
  for (const piece of inPieces(urls)) {
    const rows = await selectCaptures(db)
      .where('captures.url', 'in', piece)
      .orderBy('captures.url')
      .orderBy('captures.captured_at')
      .execute();
    found.push(...rows.map(toCapture));
  }
  return found;
}

function selectCaptures(db: ArchiveDb) {
  return db
    .selectFrom('captures')
    .innerJoin('snapshots', 'snapshots.sha256', 'captures.sha256')
    .selectAll('captures')
    .select('snapshots.media_type');
}

type CaptureRow = Awaited<ReturnType<ReturnType<typeof selectCaptures>['executeTakeFirstOrThrow']>>;

function toCapture(row: CaptureRow): KeptCapture {
  return {
    url: row.url,
    snapshot: row.sha256,
    capturedAt: row.captured_at,
    source: row.source,
    status: readStatus(row.status),
    given: givenColumn.read(row.given_json),
    http: row.http_json === null ? null : httpColumn.read(row.http_json),
    mediaType: row.media_type,
  };
}
