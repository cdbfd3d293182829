/**
 * Lists of settled documents, most cited first: all of them, or those of a type, a level, or of which no text is held
 * yet, which is the list of what to look for first.
 *
 * One index gives the order (what is cited most); filters only leave rows out on the way along it.
 */
import type { IssuerLevel } from '../citations/citation.ts';
import type { OfficialDocument } from '../documents/document.ts';
import { toDocument } from './document-row.ts';
import type { ArchiveDb } from './schema.ts';

/** All that is given must hold. */
export interface DocumentFilter {
  readonly state?: OfficialDocument['state'] | undefined;
  /** Symbol of the type: `NQ`. */
  readonly type?: string | undefined;
  readonly level?: IssuerLevel | undefined;
}

/** A page by number: `page` from 1. */
export async function listDocuments(
  db: ArchiveDb,
  filter: DocumentFilter,
  page: number,
  perPage: number,
): Promise<{ readonly items: readonly OfficialDocument[]; readonly total: number }> {
  const rows = await filterDocuments(db, filter)
    .selectAll()
    .orderBy('cited_by', 'desc')
    .orderBy('id', 'desc')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute();
  const { total } = await filterDocuments(db, filter)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { items: rows.map(toDocument), total };
}

/** How many documents there are of each type, most first; the filter's own type is left aside. */
export async function countDocumentTypes(
  db: ArchiveDb,
  { state, level }: DocumentFilter,
): Promise<readonly { readonly type: string; readonly count: number }[]> {
  return filterDocuments(db, { state, level })
    .select(({ fn }) => ['type', fn.countAll<number>().as('count')])
    .groupBy('type')
    .orderBy('count', 'desc')
    .orderBy('type')
    .execute();
}

function filterDocuments(db: ArchiveDb, { state, type, level }: DocumentFilter) {
  let query = db.selectFrom('documents').where('is_settled', '=', 1);
  if (state !== undefined) query = query.where('state', '=', state);
  if (type !== undefined) query = query.where('type', '=', type);
  if (level !== undefined) query = query.where('level', '=', level);
  return query;
}
