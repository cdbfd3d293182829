/**
 * Derives everything anew from the articles: mentions and meetings of each, then documents, relations and meetings of all.
 *
 * For when the rules have got better, or derived rows are doubted: nothing derived before is trusted. When nothing has
 * changed the result is the same. May be stopped anywhere; what was derived until then is settled by the next run or
 * import.
 */
import type { DocumentId } from '../documents/document.ts';
import { countAllMentions } from './counted-mentions.ts';
import { deriveArticle, settleChanges } from './derive.ts';
import { inPieces } from './dialect.ts';
import { noteDossiersDue } from './dossiers-due.ts';
import { listHeldIdentities } from './holdings.ts';
import { keepIdentities, renewIdentities } from './known-documents.ts';
import { removeDeserted } from './meetings.ts';
import { streamPages } from './paging.ts';
import type { ArticleId } from './records.ts';
import type { ArchiveDb } from './schema.ts';
import type { PlaceOf } from './text-facts.ts';
import { inTransaction } from './transaction.ts';

/** Articles after which what follows from them is settled, so that readers see no page without links for long. */
const SETTLED_AT_ONCE = 2000;

/** Derives all articles anew and settles what follows. Answers how many there were; `onArticle` hears of each. */
export async function rederiveAll(
  db: ArchiveDb,
  placeOf: PlaceOf,
  onArticle: (id: ArticleId) => void = () => {},
): Promise<number> {
  await doubtDocuments(db);
  let count = 0;
  const articles = streamPages<{ readonly id: ArticleId }>((after) => {
    const query = db.selectFrom('articles').select('id').orderBy('id').limit(500);
    return (after === null ? query : query.where('id', '>', after.id)).execute();
  });
  for await (const { id } of articles) {
    await deriveArticle(db, id, placeOf);
    count += 1;
    onArticle(id);
    if (count % SETTLED_AT_ONCE === 0) await settleChanges(db);
  }
  await renewIdentities(db);
  // What held texts alone settle, no mention has told.
  await keepIdentities(db, await listHeldIdentities(db));
  await settleChanges(db);
  await removeEmptyMeetings(db);
  return count;
}

/**
 * Nothing that was derived is believed: mentions are counted afresh, every document is drawn up again, and what no
 * mention speaks of goes.
 */
async function doubtDocuments(db: ArchiveDb): Promise<void> {
  await db.deleteFrom('known_series').execute();
  await inTransaction(db, countAllMentions);
  const documents = streamPages<{ readonly id: DocumentId }>(async (after) => {
    const query = db.selectFrom('documents').select('id').orderBy('id').limit(500);
    const rows = await (after === null ? query : query.where('id', '>', after.id)).execute();
    await noteDossiersDue(
      db,
      rows.map(({ id }) => id),
    );
    return rows;
  });
  for await (const _document of documents);
}

async function removeEmptyMeetings(db: ArchiveDb): Promise<void> {
  const rows = await db
    .selectFrom('meetings')
    .select('id')
    .where('id', 'not in', db.selectFrom('meeting_articles').select('meeting'))
    .execute();
  await inTransaction(db, async (trx) => {
    for (const piece of inPieces(rows.map(({ id }) => id))) await removeDeserted(trx, piece);
  });
}
