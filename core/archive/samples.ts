/**
 * The bundled samples leave: every sample article goes with all that was derived from samples alone.
 *
 * Their snapshots and captures stay, as bytes always do; nothing points to them any more. What a person decided stays
 * too.
 */
import type { DocumentId } from '../documents/document.ts';
import { recordChanges } from './changes.ts';
import { inPieces } from './dialect.ts';
import { removeDocuments } from './documents.ts';
import { noteDossiersDue } from './dossiers-due.ts';
import { refreshMeetingsOf } from './meeting-documents.ts';
import { removeDeserted } from './meetings.ts';
import type { ArticleId } from './records.ts';
import type { ArchiveDb } from './schema.ts';
import { inTransaction } from './transaction.ts';

export interface SampleRemoval {
  readonly removed: readonly ArticleId[];
  /** Articles of meetings that samples reported too: to be derived again. */
  readonly articlesLeft: readonly ArticleId[];
}

/** Takes the samples out; without any it does nothing. */
export async function removeSamples(db: ArchiveDb): Promise<SampleRemoval> {
  return inTransaction(db, async (trx) => {
    const samples = await trx.selectFrom('articles').select('id').where('is_sample', '=', 1).execute();
    const removed = samples.map(({ id }) => id);
    const documents = await listCitedBySamples(trx);
    const meetings = await listReportedBySamples(trx);
    for (const piece of inPieces(removed)) await trx.deleteFrom('articles').where('id', 'in', piece).execute();
    await recordChanges(trx, 'article', 'remove', removed);
    await removeDeserted(trx, meetings);
    const articlesLeft = await listArticlesOf(trx, meetings);
    await refreshMeetingsOf(trx, articlesLeft);
    const cited = await listStillCited(trx, documents);
    await removeDocuments(
      trx,
      documents.filter((id) => !cited.has(id)),
    );
    await noteDossiersDue(trx, documents);
    return { removed, articlesLeft };
  });
}

/** Documents that samples mean, and entries of codes that samples leave unsettled. */
async function listCitedBySamples(trx: ArchiveDb): Promise<readonly DocumentId[]> {
  const bySamples = trx
    .selectFrom('mentions')
    .innerJoin('articles', 'articles.id', 'mentions.article')
    .where('articles.is_sample', '=', 1);
  const settled = await bySamples.select('document').distinct().where('document', 'is not', null).execute();
  const entries = await trx
    .selectFrom('documents')
    .select('id')
    .where('is_settled', '=', 0)
    .where('code_key', 'in', bySamples.select('code_key').where('mentions.status', '!=', 'resolved'))
    .execute();
  const held = await listHeldBySamples(trx);
  return [...new Set([...settled.flatMap((row) => row.document ?? []), ...entries.map(({ id }) => id), ...held])];
}

/** Documents that texts of samples are or name in full. */
async function listHeldBySamples(trx: ArchiveDb): Promise<readonly DocumentId[]> {
  const samples = trx.selectFrom('articles').select('id').where('is_sample', '=', 1);
  const texts = await trx.selectFrom('holdings').select('document').where('article', 'in', samples).execute();
  const named = await trx.selectFrom('held_citations').select('own_document').where('article', 'in', samples).execute();
  return [...texts.map(({ document }) => document), ...named.flatMap(({ own_document: own }) => own ?? [])];
}

async function listReportedBySamples(trx: ArchiveDb): Promise<readonly string[]> {
  const rows = await trx
    .selectFrom('meeting_articles')
    .innerJoin('articles', 'articles.id', 'meeting_articles.article')
    .select('meeting_articles.meeting')
    .distinct()
    .where('articles.is_sample', '=', 1)
    .execute();
  return rows.map(({ meeting }) => meeting);
}

async function listArticlesOf(trx: ArchiveDb, meetings: readonly string[]): Promise<readonly ArticleId[]> {
  const found: ArticleId[] = [];
  for (const piece of inPieces(meetings)) {
    const rows = await trx.selectFrom('meeting_articles').select('article').where('meeting', 'in', piece).execute();
    found.push(...rows.map(({ article }) => article));
  }
  return found;
}

async function listStillCited(trx: ArchiveDb, documents: readonly DocumentId[]): Promise<ReadonlySet<DocumentId>> {
  const found = new Set<DocumentId>();
  for (const piece of inPieces(documents)) {
    const settled = await trx
      .selectFrom('mentions')
      .select('document')
      .distinct()
      .where('document', 'in', piece)
      .execute();
    const entries = await trx
      .selectFrom('documents')
      .innerJoin('mentions', 'mentions.code_key', 'documents.code_key')
      .select('documents.id')
      .distinct()
      .where('documents.id', 'in', piece)
      .where('is_settled', '=', 0)
      .where('mentions.status', '!=', 'resolved')
      .execute();
    for (const { document } of settled) if (document !== null) found.add(document);
    for (const { id } of entries) found.add(id);
  }
  return found;
}
