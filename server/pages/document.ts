/**
 * The page of a document, held or not: the meetings that cited it first, then what its mentions say and how it stands
 * to other documents. An entry of a code that no mention settles shows what it may mean.
 */
import { z } from 'zod';
import { listHoldingsOf } from '../../core/archive/holdings.ts';
import type { ArchiveDb } from '../../core/archive/schema.ts';
import { type DateByNumber, dateByNumber } from '../../core/archive/sequences.ts';
import type { DocumentId, OfficialDocument } from '../../core/documents/document.ts';
import { wordEvidence } from '../../core/documents/evidence.ts';
import { articlePath } from '../../web/address.ts';
import type { DocumentView } from '../../web/view.ts';
import { feedPath } from '../api/document-feed.ts';
import { findDocument, noSuchDocument } from '../api/documents.ts';
import { parameters } from '../parameters.ts';
import type { Lang } from '../wording.ts';
import { nameDocument } from './briefs.ts';
import { groupRows, type Loading, loadCitedAt, loadPassages } from './cited-at.ts';
import { loadCourse } from './course.ts';
import { loadCites } from './document-cites.ts';
import { readDigest } from './document-digest.ts';
import { answerFiles, tellCiting } from './document-files.ts';
import { answerParameters, countValues, filterMeetings, isFiltered, toFilters } from './document-filters.ts';
import { loadCandidates, loadRelations, loadTogether } from './document-neighbours.ts';
import { tellConflicts, tellSaid } from './document-variants.ts';
import { definePage } from './page.ts';
import { isWithin, noSuchPage } from './paging.ts';

const PER_PAGE = 20;
const MOST_ELSEWHERE = 50;
const MOST_TEXTS = 5;

export const documentPage = definePage({
  path: '/van-ban/:id',
  summary: 'A document: the meetings that cited it, what its mentions say, how it stands to others.',
  query: z.object({ ...answerParameters, page: parameters.page.default(1) }),
  view: async ({ archive: { db }, sourceName }, { id, query, frame, lang }) => {
    const document = await findDocument(db, id);
    if (document === null) return noSuchDocument;
    const loading: Loading = { db, lang, sourceName };
    const digest = await readDigest(db, document);
    const { page, sort, ...chosen } = query;
    const fitting = filterMeetings(sort === 'newest' ? digest.newest : groupRows(digest.rows, sort), chosen);
    const pages = { page, perPage: PER_PAGE, total: fitting.length };
    if (!isWithin(pages)) return noSuchPage(pages);
    const byNumber = await dateByNumber(db, document);
    const counts = isFiltered(chosen) ? countValues(digest.newest, chosen) : digest.counts;
    return {
      page: 'document',
      frame: { ...frame, feed: feedPath(document) },
      document: { ...digest.brief, ...nameDocument(document, lang) },
      date: document.date,
      dateBounds: boundDate(document, digest.firstPublished, byNumber, lang),
      dateDoubts: byNumber.outliers.flatMap(({ why }) => why.map((reason) => wordEvidence(reason, lang))),
      state: document.state,
      texts: await loadTexts(db, document.id),
      aliases: document.aliases,
      firstCited: digest.firstDay,
      lastCited: digest.lastDay,
      conflicts: await tellConflicts(loading, document),
      citedAt: await loadCitedAt(loading, document, fitting.slice((page - 1) * PER_PAGE, page * PER_PAGE)),
      pages,
      filters: toFilters(counts, chosen, lang),
      sort,
      said: await tellSaid(loading, digest.said),
      relations: await loadRelations(loading, digest.relations),
      together: await loadTogether(loading, digest.companions),
      candidates: document.issuer === null ? await loadCandidates(loading, document) : [],
      elsewhere: await loadPassages(
        loading,
        document,
        firstOf(digest.rows, MOST_ELSEWHERE, ({ meeting }) => meeting === null),
      ),
      feed: feedPath(document),
      ...(fitting.length > 0 && { files: answerFiles(frame.address) }),
      citing: tellCiting(document),
      course: await loadCourse(loading, document),
      ...(document.state === 'held' && { cites: await loadCites(loading, document) }),
    } satisfies DocumentView;
  },
});

function firstOf<T>(all: readonly T[], most: number, fits: (one: T) => boolean): readonly T[] {
  const found: T[] = [];
  for (const one of all) {
    if (fits(one)) found.push(one);
    if (found.length === most) break;
  }
  return found;
}

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
  firstPublished: string | null,
  { bounds }: DateByNumber,
  lang: Lang,
): DocumentView['dateBounds'] {
  if (document.date !== null || document.issuer === null) return null;
  const named = firstPublished === null ? null : stepDay(firstPublished, 1);
  if (bounds === null) return named === null ? null : { after: null, before: named, basis: 'mention' };
  const { notBefore, notAfter } = bounds;
  const why = bounds.why.map((reason) => wordEvidence(reason, lang));
  if (notBefore !== null && notAfter !== null) return { after: notBefore, before: notAfter, basis: 'number', why };
  // "before" and "after" leave the neighbour's own day out, on which it can have been issued too.
  const before = notAfter === null ? named : stepDay(notAfter, 1);
  return { after: notBefore === null ? null : stepDay(notBefore, -1), before, basis: 'number', why };
}

function stepDay(day: string, step: 1 | -1): string | null {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? null : new Date(at + step * 86_400_000).toISOString().slice(0, 10);
}
