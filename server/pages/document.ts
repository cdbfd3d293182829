/**
 * The page of a document, held or not: the meetings that cited it first, then what its mentions say and how it stands
 * to other documents. An entry of a code that no mention settles shows what it may mean.
 */
import { z } from 'zod';
import { getDocument } from '../../core/archive/documents.ts';
import type { OfficialDocument } from '../../core/documents/document.ts';
import { parseDocumentId } from '../../core/documents/identity.ts';
import type { DocumentView } from '../../web/view.ts';
import { noSuchDocument } from '../api/documents.ts';
import { type CitingRow, listCiting } from '../citing.ts';
import { parameters } from '../parameters.ts';
import { briefDocument } from './briefs.ts';
import { groupRows, type Loading, loadCitedAt, loadPassages } from './cited-at.ts';
import { countFilters, filterMeetings } from './document-filters.ts';
import { loadCandidates, loadRelations, loadTogether } from './document-neighbours.ts';
import { tellConflicts, tellVariants } from './document-variants.ts';
import { definePage } from './page.ts';
import { isWithin, noSuchPage } from './paging.ts';

const PER_PAGE = 20;
const MOST_ELSEWHERE = 50;

const text = z.string().max(300);

export const documentPage = definePage({
  path: '/van-ban/:id',
  summary: 'A document: the meetings that cited it, what its mentions say, how it stands to others.',
  query: z.object({
    year: z
      .string()
      .regex(/^\d{4}$/)
      .optional(),
    host: text.optional(),
    purpose: z.string().max(40).optional(),
    chair: text.optional(),
    sort: z.enum(['newest', 'oldest']).default('newest'),
    page: parameters.page.default(1),
  }),
  view: async ({ archive: { db }, sourceName }, { id, query, frame, lang }) => {
    const parsed = parseDocumentId(id);
    const document = parsed === null ? null : await getDocument(db, parsed);
    if (document === null) return noSuchDocument;
    const loading: Loading = { db, lang, sourceName };
    const rows = await listCiting(db, document);
    const { page, sort, ...chosen } = query;
    const all = groupRows(rows, sort);
    const fitting = filterMeetings(all, chosen);
    const pages = { page, perPage: PER_PAGE, total: fitting.length };
    if (!isWithin(pages)) return noSuchPage(pages);
    const days = all.flatMap(({ firstDay }) => (firstDay === '' ? [] : [firstDay])).sort();
    return {
      page: 'document',
      frame,
      document: await briefDocument(db, document, lang),
      date: document.date,
      dateBounds: boundDate(document, rows),
      state: document.state,
      aliases: document.aliases,
      firstCited: days[0] ?? null,
      lastCited: days.at(-1) ?? null,
      conflicts: await tellConflicts(loading, document),
      citedAt: await loadCitedAt(loading, document, fitting.slice((page - 1) * PER_PAGE, page * PER_PAGE)),
      pages,
      filters: countFilters(all, chosen, lang),
      sort,
      said: await tellVariants(loading, rows),
      relations: await loadRelations(loading, document),
      together: await loadTogether(loading, document),
      candidates: document.issuer === null ? await loadCandidates(loading, document) : [],
      elsewhere: await loadPassages(
        loading,
        document,
        rows.filter(({ meeting }) => meeting === null).slice(0, MOST_ELSEWHERE),
      ),
      feed: null,
    } satisfies DocumentView;
  },
});

/** A document that an article names was there on the article's day: an undated one is older than the next. */
function boundDate(document: OfficialDocument, rows: readonly CitingRow[]): DocumentView['dateBounds'] {
  if (document.date !== null || document.issuer === null) return null;
  const first = rows.reduce<string | null>(
    (earliest, { published }) =>
      published !== null && (earliest === null || published < earliest) ? published : earliest,
    null,
  );
  const at = Date.parse(`${first ?? ''}T00:00:00Z`);
  if (Number.isNaN(at)) return null;
  return { after: null, before: new Date(at + 86_400_000).toISOString().slice(0, 10), basis: 'mention' };
}
