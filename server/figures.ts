/**
 * Numbers about the archive as a whole, and about many documents at once: counts and nothing else, from indexes alone
 * wherever one has them.
 */
import type { ArchiveDb } from '../core/archive/schema.ts';
import type { DocumentId } from '../core/documents/document.ts';

export interface Totals {
  readonly articles: number;
  readonly meetings: number;
  /** Settled ones; entries of codes that no mention settles are none. */
  readonly documents: number;
  readonly mentions: number;
  readonly relations: number;
}

export async function countTotals(db: ArchiveDb): Promise<Totals> {
  const count = async (table: 'articles' | 'meetings' | 'mentions' | 'relations'): Promise<number> => {
    const query = db.selectFrom(table).select((counted) => counted.fn.countAll<number>().as('count'));
    return (await query.executeTakeFirstOrThrow()).count;
  };
  const documents = await db
    .selectFrom('documents')
    .select((counted) => counted.fn.countAll<number>().as('count'))
    .where('is_settled', '=', 1)
    .executeTakeFirstOrThrow();
  return {
    articles: await count('articles'),
    meetings: await count('meetings'),
    documents: documents.count,
    mentions: await count('mentions'),
    relations: await count('relations'),
  };
}

/** How many mentions are resolved, ambiguous and unknown. */
export async function countStatuses(db: ArchiveDb): Promise<Readonly<Record<string, number>>> {
  const rows = await db
    .selectFrom('mentions')
    .select((counted) => ['status', counted.fn.countAll<number>().as('count')])
    .groupBy('status')
    .execute();
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}

export interface SourceCount {
  /** Null for articles of which nobody said where they come from. */
  readonly source: string | null;
  readonly articles: number;
  readonly latestPublished: string | null;
  readonly latestCapture: string;
}

/** Sources of which articles are held, those with most first. */
export async function countBySource(db: ArchiveDb): Promise<readonly SourceCount[]> {
  const rows = await db
    .selectFrom('articles')
    .select((query) => [
      'source',
      query.fn.countAll<number>().as('articles'),
      query.fn.max('published').as('latestPublished'),
      query.fn.max('captured_at').as('latestCapture'),
    ])
    .groupBy('source')
    .orderBy('articles', 'desc')
    .orderBy('source')
    .execute();
  return rows;
}

/** Whether the bundled samples are in. */
export async function holdsSamples(db: ArchiveDb): Promise<boolean> {
  const sample = await db.selectFrom('articles').select('id').where('is_sample', '=', 1).limit(1).executeTakeFirst();
  return sample !== undefined;
}

/** Number of the archive's last change; 0 before the first. */
export async function lastChange(db: ArchiveDb): Promise<number> {
  const row = await db
    .selectFrom('changes')
    .select((query) => query.fn.max('seq').as('seq'))
    .executeTakeFirst();
  return row?.seq ?? 0;
}

/** At how many meetings each document is cited; those of none are left out. */
export async function countMeetings(
  db: ArchiveDb,
  documents: readonly DocumentId[],
): Promise<ReadonlyMap<DocumentId, number>> {
  if (documents.length === 0) return new Map();
  const rows = await db
    .selectFrom('meeting_documents')
    .select((query) => ['document', query.fn.countAll<number>().as('meetings')])
    .where('document', 'in', [...new Set(documents)])
    .groupBy('document')
    .execute();
  return new Map(rows.map(({ document, meetings }) => [document, meetings]));
}

/** At how many meetings one or more of these documents are cited. */
export async function countMeetingsOfAny(db: ArchiveDb, documents: readonly DocumentId[]): Promise<number> {
  if (documents.length === 0) return 0;
  const { meetings } = await db
    .selectFrom('meeting_documents')
    .select((query) => query.fn.count<number>('meeting').distinct().as('meetings'))
    .where('document', 'in', [...new Set(documents)])
    .executeTakeFirstOrThrow();
  return meetings;
}

/** Documents cited at the same meetings as this one, at two or more of them, most often first. */
export async function countCompanions(
  db: ArchiveDb,
  document: DocumentId,
  limit: number,
): Promise<readonly { readonly document: DocumentId; readonly meetings: number }[]> {
  return db
    .selectFrom('meeting_documents as own')
    .innerJoin('meeting_documents as other', 'other.meeting', 'own.meeting')
    .select((query) => ['other.document', query.fn.countAll<number>().as('meetings')])
    .where('own.document', '=', document)
    .where('other.document', '!=', document)
    .groupBy('other.document')
    .having((query) => query(query.fn.countAll(), '>', 1))
    .orderBy('meetings', 'desc')
    .orderBy('other.document')
    .limit(limit)
    .execute();
}
