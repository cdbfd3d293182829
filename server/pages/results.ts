/**
 * The results page: what was understood, the documents that a code means with the table of their meetings, then
 * meetings, then articles with their filters.
 */
import { z } from 'zod';
import { parseArticleId } from '../../core/archive/article-row.ts';
import { getArticles } from '../../core/archive/articles.ts';
import { getMeeting } from '../../core/archive/meeting-lists.ts';
import type { MeetingRecord } from '../../core/archive/meeting-row.ts';
import type { ArchiveDb } from '../../core/archive/schema.ts';
import type { CodeQuery } from '../../core/citations/query.ts';
import { isCodeQuery } from '../../core/citations/query.ts';
import type { SearchHit } from '../../core/search/engine.ts';
import { facetNames } from '../../core/search/fields.ts';
import { type FoundAll, findAll } from '../../core/search/find-all.ts';
import type { FoundDocument } from '../../core/search/find-code.ts';
import { changeAddress } from '../../web/address.ts';
import type { ArticleHit, DocumentHit, ResultsView, UnderstoodPart } from '../../web/view.ts';
import type { CitedAt, FacetName, Filter } from '../../web/view-terms.ts';
import { countMeetingsOfAny, lastChange } from '../figures.ts';
import { groupByMeeting } from '../passages.ts';
import { type SearchRequest, searchShape, toFindAllQuery } from '../search-request.ts';
import { nameIssuerSymbol, nameType, wordFacet, wordMatch, wordQuery } from '../wording.ts';
import { briefDocument, briefMeeting, nameArticle, toPassage } from './briefs.ts';
import type { Loading } from './cited-at.ts';
import { definePage, type PageParts } from './page.ts';
import { noSuchPage } from './paging.ts';

const PER_PAGE = 20;
/** So many documents stand with a table of meetings, and so many rows in each. */
const WITH_TABLE = 5;
const ROWS_OF_ONE = 10;
const ROWS_OF_SEVERAL = 3;
const MEETINGS = 10;

export const resultsPage = definePage({
  path: '/tim',
  summary: 'Results for words or a code: documents, then meetings, then articles.',
  query: z.object(searchShape),
  view: async (parts, { query, frame, lang }) => {
    const { archive, engine, clock, sourceName } = parts;
    const found = await findAll(archive.db, engine, toFindAllQuery(query, PER_PAGE), () => clock().getTime());
    const pages = { page: query.page, perPage: PER_PAGE, total: found.total };
    if (query.page > 1 && found.articles.length === 0) return noSuchPage(pages);
    const loading: Loading = { db: archive.db, lang, sourceName };
    const isCode = isCodeQuery(found.byCode.query);
    const notice = found.isStandIn ? 'standIn' : (await isIndexBehind(parts)) ? 'reindexing' : null;
    return {
      page: 'results',
      frame: notice === null ? frame : { ...frame, notices: [...frame.notices, notice] },
      query: query.q,
      meant:
        found.meant === null
          ? null
          : { text: found.meant, href: changeAddress(frame.address, { q: found.meant, page: null }) },
      understood: isCode ? understoodParts(found.byCode.query, lang) : [],
      answer: isCode || found.byCode.documents.length > 0 ? found.byCode.answer : null,
      wantedCode: wordQuery(found.byCode.query, lang),
      documents: await loadDocuments(loading, found),
      nearest: await Promise.all(found.byCode.near.map((document) => briefDocument(archive.db, document, lang))),
      meetings: await tellMeetings(archive.db, found, query),
      articles: { items: await loadHits(loading, found.articles), pages },
      facets: facetNames.map((name) => toFilter(name, query, found, loading)),
      from: query.from ?? null,
      to: query.to ?? null,
      sort: query.sort,
    } satisfies ResultsView;
  },
});

/**
 * The first meetings and how many there are. What came with a code are those of its newest mentions, so that more is
 * counted; the table of the one document that a code means shows them already.
 */
async function tellMeetings(
  db: ArchiveDb,
  { byCode, meetings, meetingTotal }: FoundAll,
  { q, from, to }: SearchRequest,
): Promise<ResultsView['meetings']> {
  const counted = await countMeetingsOfAny(
    db,
    byCode.documents.map(({ document }) => document.id),
  );
  const total = Math.max(counted, meetingTotal);
  const items = byCode.answer === 'one' ? [] : meetings.slice(0, MEETINGS).map(briefMeeting);
  return {
    total,
    items,
    more: total > items.length ? changeAddress('/cuoc-hop', { q, from: from ?? null, to: to ?? null }) : null,
  };
}

async function isIndexBehind({ archive, engine }: PageParts): Promise<boolean> {
  const health = await engine.health();
  return health.kind !== 'ready' || health.position < (await lastChange(archive.db));
}

async function loadDocuments(loading: Loading, { byCode, documents }: FoundAll): Promise<readonly DocumentHit[]> {
  const { db, lang } = loading;
  const ofCode: DocumentHit[] = [];
  const rowsEach = byCode.answer === 'one' ? ROWS_OF_ONE : ROWS_OF_SEVERAL;
  for (const [index, found] of byCode.documents.entries()) {
    ofCode.push({
      ...(await briefDocument(db, found.document, lang)),
      why: byCode.answer === 'one' ? [] : found.why.map((match) => wordMatch(match, lang)),
      citedAt: index < WITH_TABLE ? await loadFirstRows(loading, found, rowsEach) : [],
    });
  }
  const ofWords = documents.map(async (document) => ({
    ...(await briefDocument(db, document, lang)),
    why: [],
    citedAt: [],
  }));
  return [...ofCode, ...(await Promise.all(ofWords))];
}

/** The newest of the meetings among the mentions that came with the answer. */
async function loadFirstRows(
  { db, lang, sourceName }: Loading,
  { document, mentions }: FoundDocument,
  most: number,
): Promise<readonly CitedAt[]> {
  const rows: CitedAt[] = [];
  const dated = [...groupByMeeting(mentions.items)].sort((a, b) =>
    (a.meeting.date ?? '') < (b.meeting.date ?? '') ? 1 : -1,
  );
  for (const group of dated.slice(0, most)) {
    const meeting = await getMeeting(db, group.meeting.id);
    const [first, ...others] = group.mentions.map(({ mention, article }) =>
      toPassage(mention, nameArticle(article, sourceName), document, lang),
    );
    if (meeting !== null && first !== undefined) {
      rows.push({ meeting: briefMeeting(meeting), passages: [first, ...others] });
    }
  }
  return rows;
}

/** Hits with their article and meeting; one that the archive no longer has is left out. */
async function loadHits({ db, sourceName }: Loading, hits: readonly SearchHit[]): Promise<readonly ArticleHit[]> {
  const ids = hits.flatMap(({ id }) => parseArticleId(id) ?? []);
  const articles = new Map<string, Awaited<ReturnType<typeof getArticles>>[number]>(
    (await getArticles(db, ids)).map((article) => [article.id, article]),
  );
  const items: ArticleHit[] = [];
  for (const hit of hits) {
    const article = articles.get(hit.id);
    if (article === undefined) continue;
    const meeting: MeetingRecord | null = article.meetingId === null ? null : await getMeeting(db, article.meetingId);
    items.push({
      ...nameArticle(article, sourceName),
      heading: { text: hit.title, marks: hit.highlights.title.map(({ start, end }) => [start, end] as const) },
      snippet: { text: hit.snippet, marks: hit.highlights.snippet.map(({ start, end }) => [start, end] as const) },
      meeting: meeting === null ? null : { id: meeting.id, when: briefMeeting(meeting).when, host: meeting.host },
    });
  }
  return items;
}

function toFilter(
  name: FacetName,
  query: SearchRequest,
  { facets }: FoundAll,
  { lang, sourceName }: Loading,
): Filter<FacetName> {
  const selected = query[name]?.[0] ?? null;
  const label = (value: string): string => wordFacet(name, value, lang, sourceName);
  const choices = facets[name].map(({ value, count }) => ({ value, label: label(value), count }));
  const isListed = selected === null || choices.some(({ value }) => value === selected);
  return {
    name,
    selected,
    choices: isListed ? choices : [{ value: selected, label: label(selected), count: 0 }, ...choices],
  };
}

/** What was read into the query, each part with the query that is left without it. */
function understoodParts(query: CodeQuery, lang: 'vi' | 'en'): readonly UnderstoodPart[] {
  const { type, number, issuerCode, issuer, year, words } = query;
  const parts: { readonly kind: UnderstoodPart['kind']; readonly text: string; readonly typed: string }[] = [];
  if (type !== null) parts.push({ kind: 'type', text: nameType(type, lang) ?? type, typed: type });
  if (number !== null) parts.push({ kind: 'number', text: number, typed: number });
  const symbol = issuerCode ?? issuer;
  if (symbol !== null)
    parts.push({ kind: 'issuer', text: issuer ?? nameIssuerSymbol(symbol, lang), typed: issuer ?? symbol });
  if (year !== null) parts.push({ kind: 'year', text: String(year), typed: String(year) });
  if (words !== '') parts.push({ kind: 'words', text: words, typed: words });
  return parts.map(({ kind, text }, at) => {
    const left = parts.filter((_part, index) => index !== at).map(({ typed }) => typed);
    return { kind, text, without: left.length === 0 ? null : left.join(' ') };
  });
}
