/**
 * The page of a document, held or not: the meetings that cited it first, then what its mentions say and how it stands
 * to other documents. An entry of a code that no mention settles shows what it may mean.
 */
import { z } from 'zod';
import { getDocument } from '../../core/archive/documents.ts';
import { listHoldingsOf } from '../../core/archive/holdings.ts';
import type { ArchiveDb } from '../../core/archive/schema.ts';
import { type DateByNumber, dateByNumber } from '../../core/archive/sequences.ts';
import type { DocumentId, OfficialDocument } from '../../core/documents/document.ts';
import { wordEvidence } from '../../core/documents/evidence.ts';
import { parseDocumentId } from '../../core/documents/identity.ts';
import { articlePath } from '../../web/address.ts';
import type { DocumentView } from '../../web/view.ts';
import { noSuchDocument } from '../api/documents.ts';
import { type CitingRow, listCiting } from '../citing.ts';
import { parameters } from '../parameters.ts';
import type { Lang } from '../wording.ts';
import { briefDocument } from './briefs.ts';
import { groupRows, type Loading, loadCitedAt, loadPassages } from './cited-at.ts';
import { countFilters, filterMeetings } from './document-filters.ts';
import { loadCandidates, loadRelations, loadTogether } from './document-neighbours.ts';
import { tellConflicts, tellVariants } from './document-variants.ts';
import { definePage } from './page.ts';
import { isWithin, noSuchPage } from './paging.ts';

const PER_PAGE = 20;
const MOST_ELSEWHERE = 50;
const MOST_TEXTS = 5;

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
    const byNumber = await dateByNumber(db, document);
    const days = all.flatMap(({ firstDay }) => (firstDay === '' ? [] : [firstDay])).sort();
    return {
      page: 'document',
      frame,
      document: await briefDocument(db, document, lang),
      date: document.date,
      dateBounds: boundDate(document, rows, byNumber, lang),
      dateDoubts: byNumber.outliers.flatMap(({ why }) => why.map((reason) => wordEvidence(reason, lang))),
      state: document.state,
      texts: await loadTexts(db, document.id),
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

/** One link a page of ours: an article and its file may both be the text. */
async function loadTexts(db: ArchiveDb, id: DocumentId): Promise<NonNullable<DocumentView['texts']>> {
  const texts = (await listHoldingsOf(db, [id])).get(id) ?? [];
  const links = texts.map(({ article, address }) => ({
    href: articlePath(article),
    host: URL.canParse(address) ? new URL(address).hostname : '',
  }));
  return [...new Map(links.map((link) => [link.href, link])).values()].slice(0, MOST_TEXTS);
}

/**
 * An undated document lies between its neighbours by number. One that an article names was there on the article's day:
 * it is older than the next.
 */
function boundDate(
  document: OfficialDocument,
  rows: readonly CitingRow[],
  { bounds }: DateByNumber,
  lang: Lang,
): DocumentView['dateBounds'] {
  if (document.date !== null || document.issuer === null) return null;
  const named = boundByMention(rows);
  if (bounds === null) return named === null ? null : { after: null, before: named, basis: 'mention' };
  const { notBefore, notAfter } = bounds;
  const why = bounds.why.map((reason) => wordEvidence(reason, lang));
  if (notBefore !== null && notAfter !== null) return { after: notBefore, before: notAfter, basis: 'number', why };
  // "before" and "after" leave the neighbour's own day out, on which it can have been issued too.
  const before = notAfter === null ? named : stepDay(notAfter, 1);
  return { after: notBefore === null ? null : stepDay(notBefore, -1), before, basis: 'number', why };
}

function boundByMention(rows: readonly CitingRow[]): string | null {
  const first = rows.reduce<string | null>(
    (earliest, { published }) =>
      published !== null && (earliest === null || published < earliest) ? published : earliest,
    null,
  );
  return first === null ? null : stepDay(first, 1);
}

function stepDay(day: string, step: 1 | -1): string | null {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? null : new Date(at + step * 86_400_000).toISOString().slice(0, 10);
}
