/**
 * Rounds and listings: how far a source's lists have been walked, and what they showed last.
 *
 * A round is open until everything it found has been asked; a run that finds one open goes on with it and does not ask
 * for lists it has walked. A listing is kept so that "not modified" can be answered with what it was.
 */
import { z } from 'zod';
import { recordCapture } from './captures.ts';
import { jsonColumn } from './columns.ts';
import type { SnapshotHash } from './records.ts';
import type { ArchiveDb } from './schema.ts';
import { inTransaction } from './transaction.ts';

export interface Round {
  readonly openedAt: string;
  /** The feeds, sitemaps and list pages that are done. */
  readonly walked: ReadonlySet<string>;
  /** True when an earlier run began it. */
  readonly isContinued: boolean;
}

export interface Listing {
  readonly url: string;
  readonly source: string;
  readonly askedAt: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly contentType: string | null;
  readonly sha256: SnapshotHash;
}

const walkedColumn = jsonColumn<readonly string[]>('rounds.walked_json', z.array(z.string()));

/** Goes on with the open round of a source, or opens one. A round older than `staleBefore` has its lists walked anew. */
export async function openRound(db: ArchiveDb, source: string, at: string, staleBefore: string): Promise<Round> {
  return inTransaction(db, async (trx) => {
    const row = await trx.selectFrom('rounds').selectAll().where('source', '=', source).executeTakeFirst();
    if (row !== undefined && row.is_open === 1 && row.opened_at >= staleBefore)
      return { openedAt: row.opened_at, walked: new Set(walkedColumn.read(row.walked_json)), isContinued: true };
    const fresh = { opened_at: at, is_open: 1, walked_json: walkedColumn.write([]) };
    await trx
      .insertInto('rounds')
      .values({ source, ...fresh })
      .onConflict((conflict) => conflict.column('source').doUpdateSet(fresh))
      .execute();
    return { openedAt: at, walked: new Set<string>(), isContinued: false };
  });
}

/** Notes that a list is done. Part of the transaction that notes what it showed. */
export async function noteWalked(trx: ArchiveDb, source: string, page: string): Promise<void> {
  const row = await trx.selectFrom('rounds').select('walked_json').where('source', '=', source).executeTakeFirst();
  if (row === undefined) throw new Error(`Cannot note ${page} as walked: expected an open round of ${source}`);
  const walked = new Set([...walkedColumn.read(row.walked_json), page]);
  await trx
    .updateTable('rounds')
    .set({ walked_json: walkedColumn.write([...walked]) })
    .where('source', '=', source)
    .execute();
}

export async function closeRound(db: ArchiveDb, source: string): Promise<void> {
  await db.updateTable('rounds').set({ is_open: 0 }).where('source', '=', source).execute();
}

/** The sources whose round was opened since an instant and is closed. */
export async function listRoundsDone(db: ArchiveDb, since: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('rounds')
    .select('source')
    .where('is_open', '=', 0)
    .where('opened_at', '>=', since)
    .execute();
  return new Set(rows.map(({ source }) => source));
}

export async function getListing(db: ArchiveDb, url: string): Promise<Listing | null> {
  const row = await db.selectFrom('listings').selectAll().where('url', '=', url).executeTakeFirst();
  if (row === undefined) return null;
  const { asked_at: askedAt, last_modified: lastModified, content_type: contentType, ...same } = row;
  return { ...same, askedAt, lastModified, contentType };
}

/** Remembers a list as it is now, with a capture as evidence; its snapshot must be kept already. */
export async function putListing(
  db: ArchiveDb,
  listing: Listing,
  http: { readonly url: string; readonly status: number; readonly headers: Readonly<Record<string, string>> },
): Promise<void> {
  const { url, source, askedAt, etag, lastModified, contentType, sha256 } = listing;
  const row = { source, asked_at: askedAt, etag, last_modified: lastModified, content_type: contentType, sha256 };
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('listings')
      .values({ url, ...row })
      .onConflict((conflict) => conflict.column('url').doUpdateSet(row))
      .execute();
    const given = { form: 'listing' };
    await recordCapture(trx, { url, snapshot: sha256, capturedAt: askedAt, source, status: 'fetched', given, http });
  });
}

/** Remembers that a list was asked for and had not changed. */
export async function noteListingAsked(db: ArchiveDb, url: string, askedAt: string): Promise<void> {
  await db.updateTable('listings').set({ asked_at: askedAt }).where('url', '=', url).execute();
}
