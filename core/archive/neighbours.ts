/**
 * The documents around one: what is cited at the same meetings. What is stated between it and others: neighbour-ties.ts.
 *
 * Everything is counted in SQL and bounded: a document may be cited at 20,000 meetings, and an answer that says "of the
 * newest 1,000" is worth more than one that comes too late. Each answer tells how much there was to look at.
 */
import { sql } from 'kysely';
import type { IssuerLevel } from '../citations/citation.ts';
import type { DocumentId } from '../documents/document.ts';
import type { ArchiveDb } from './schema.ts';

/** What to look at, and how much of it at most. */
export interface NeighbourSearch {
  /** Days, both included: of a meeting, or of the article that states a relation; null for no end. */
  readonly from: string | null;
  readonly to: string | null;
  /** Levels of the other document; null for all. */
  readonly levels: readonly IssuerLevel[] | null;
  /** At how many meetings two documents must be cited together to count as neighbours. */
  readonly least: number;
  /** So many of its newest meetings, and so many statements or mentions of it. */
  readonly meetings: number;
  readonly statements: number;
  /** So many neighbours, the strongest first. */
  readonly documents: number;
}

/** A day with the row that shows it. */
export interface Shown<Id> {
  readonly day: string | null;
  readonly id: Id;
}

/** Another document that is cited at the same meetings. */
export interface Companion {
  readonly document: DocumentId;
  readonly meetings: number;
  /** Null where no day of theirs is known. */
  readonly first: Shown<string> | null;
  readonly last: Shown<string> | null;
}

/** How many rows were looked at, of how many there are. */
export interface Looked {
  readonly seen: number;
  readonly all: number;
}

/** What is cited at the same meetings, most often first; `total` counts such documents, those beyond the limit too. */
export async function listCompanions(
  db: ArchiveDb,
  document: DocumentId,
  search: NeighbourSearch,
): Promise<{ readonly items: readonly Companion[]; readonly total: number; readonly meetings: Looked }> {
  const { from, to, levels } = search;
  let own = db.selectFrom('meeting_documents').where('document', '=', document);
  if (from !== null) own = own.where('first_day', '>=', from);
  if (to !== null) own = own.where('first_day', '<=', to).where('first_day', '!=', '');
  const { all } = await own.select((query) => query.fn.countAll<number>().as('all')).executeTakeFirstOrThrow();
  const newest = own.select('meeting').orderBy('first_day', 'desc').orderBy('meeting').limit(search.meetings);
  let pairs = db
    .with('own', () => newest)
    .selectFrom('own')
    .innerJoin('meeting_documents as other', 'other.meeting', 'own.meeting')
    .where('other.document', '!=', document);
  if (levels !== null) {
    pairs = pairs.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('documents')
          .select('documents.id')
          .whereRef('documents.id', '=', 'other.document')
          .where('documents.level', 'in', levels),
      ),
    );
  }
  const shown = sql`case when other.first_day <> '' then other.first_day || ' ' || other.meeting end`;
  const rows = await pairs
    .groupBy('other.document')
    .select((query) => [
      'other.document',
      query.fn.countAll<number>().as('meetings'),
      sql<string | null>`min(${shown})`.as('first'),
      sql<string | null>`max(${shown})`.as('last'),
      sql<number>`count(*) over ()`.as('total'),
    ])
    .having((query) => query(query.fn.countAll(), '>=', search.least))
    .orderBy('meetings', 'desc')
    .orderBy('other.document')
    .limit(search.documents)
    .execute();
  return {
    items: rows.map(({ document: other, meetings, first, last }) => ({
      document: other,
      meetings,
      first: readShown(first),
      last: readShown(last),
    })),
    total: rows[0]?.total ?? 0,
    meetings: { seen: Math.min(all, search.meetings), all },
  };
}

/** `2022-04-05 m5` as the day and the meeting. */
function readShown(text: string | null): Shown<string> | null {
  return text === null ? null : { day: text.slice(0, 10), id: text.slice(11) };
}
