/**
 * What changed since a cursor: how search, feeds and caches hear news without being called.
 *
 * Every write of an article, document or meeting notes itself here in its own transaction. Only the last change of each
 * thing is kept, under a new number: a listener that was away for long gets every thing once, as it is now.
 */
import { wordColumn } from './columns.ts';
import { inPieces } from './dialect.ts';
import type { ArticleId } from './records.ts';
import type { ArchiveDb } from './schema.ts';
import { inTransaction } from './transaction.ts';

export const changeKinds = ['article', 'document', 'meeting'] as const;
export type ChangeKind = (typeof changeKinds)[number];
export const changeOps = ['put', 'remove'] as const;
export type ChangeOp = (typeof changeOps)[number];

export interface Change {
  readonly kind: ChangeKind;
  readonly id: string;
  readonly op: ChangeOp;
}

export interface ChangeBatch {
  readonly changes: readonly Change[];
  /** Ids of articles that settling changed itself, with no change by others waiting behind it. */
  readonly bySettling: ReadonlySet<string>;
  /** The number to remember once the batch is dealt with. */
  readonly seq: number;
}

const readKind = wordColumn('changes.kind', changeKinds);
const readOp = wordColumn('changes.op', changeOps);

/** Notes the same change of several things, in their order. What is the newest change of its transaction already is not written again. */
export async function recordChanges(
  db: ArchiveDb,
  kind: ChangeKind,
  op: ChangeOp,
  ids: readonly string[],
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const [only] = ids;
    const newest = ids.length === 1 ? `${kind} ${op} ${only}` : null;
    if (newest !== null && newestOf.get(trx) === newest) return;
    newestOf.set(trx, newest);
    for (const piece of inPieces([...new Set(ids)])) {
      await trx.deleteFrom('changes').where('kind', '=', kind).where('id', 'in', piece).execute();
      await trx
        .insertInto('changes')
        .values(piece.map((id) => ({ kind, id, op })))
        .execute();
    }
  });
}

/** What each open transaction noted last, null for several at once: taking an article in notes the same one at every step. */
const newestOf = new WeakMap<ArchiveDb, string | null>();

/**
 * Notes that these articles changed. Whoever settles all that follows gives `settledUpTo`, the number of the change up to
 * which it has settled: the articles need not be settled again for this, unless another change of theirs behind that
 * number still waits. Part of a transaction.
 */
export async function recordArticles(
  trx: ArchiveDb,
  articles: readonly ArticleId[],
  settledUpTo: number | undefined,
): Promise<void> {
  if (settledUpTo === undefined) return recordChanges(trx, 'article', 'put', articles);
  newestOf.delete(trx);
  for (const piece of inPieces([...new Set(articles)])) {
    const known = trx.selectFrom('changes').where('kind', '=', 'article').where('id', 'in', piece);
    const rows = await known.select('id').where('seq', '>', settledUpTo).where('by_settling', '=', 0).execute();
    const waiting = new Set(rows.map(({ id }) => id));
    await trx.deleteFrom('changes').where('kind', '=', 'article').where('id', 'in', piece).execute();
    await trx
      .insertInto('changes')
      .values(piece.map((id) => ({ kind: 'article', id, op: 'put', by_settling: waiting.has(id) ? 0 : 1 })))
      .execute();
  }
}

/** Changes with a number above `seq`, oldest first, in batches; ends when there are no more. */
export async function* changesSince(db: ArchiveDb, seq: number, batchSize = 500): AsyncGenerator<ChangeBatch> {
  for (let after = seq; ; ) {
    const rows = await db
      .selectFrom('changes')
      .selectAll()
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(batchSize)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.seq;
    const changes = rows.map(({ kind, id, op }) => ({ kind: readKind(kind), id, op: readOp(op) }));
    const bySettling = new Set(rows.flatMap(({ id, by_settling: own }) => (own === 1 ? [id] : [])));
    yield { changes, bySettling, seq: after };
  }
}

/** How far the listener of this name has come; 0 when it never was here. */
export async function readCursor(db: ArchiveDb, name: string): Promise<number> {
  const row = await db.selectFrom('cursors').select('seq').where('name', '=', name).executeTakeFirst();
  return row?.seq ?? 0;
}

export async function writeCursor(db: ArchiveDb, name: string, seq: number): Promise<void> {
  await db
    .insertInto('cursors')
    .values({ name, seq })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ seq }))
    .execute();
}
