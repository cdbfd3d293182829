/**
 * One box: the documents that a code in the query means first, then meetings, then articles.
 *
 * Codes are read and looked up by find-code.ts; words go to the search engine. A query that is a code finds, besides
 * its documents, the meetings that cite them and the articles that hold it.
 */
import { getDocuments } from '../archive/documents.ts';
import { getMeeting } from '../archive/meeting-lists.ts';
import type { MeetingRecord } from '../archive/meeting-row.ts';
import type { ArchiveDb } from '../archive/schema.ts';
import { isCodeQuery } from '../citations/query.ts';
import type { OfficialDocument } from '../documents/document.ts';
import { parseDocumentId } from '../documents/identity.ts';
import type { SearchAnswer, SearchHit, SearchQuery, SearchReader } from './engine.ts';
import { type FoundByCode, findByCode } from './find-code.ts';
import { mendSpelling } from './spelling.ts';

export type FindAllQuery = Omit<SearchQuery, 'kind'>;

export interface FoundAll {
  readonly byCode: FoundByCode;
  /** Documents whose title or names hold the words; those of the code come first in `byCode`. */
  readonly documents: readonly OfficialDocument[];
  readonly meetings: readonly MeetingRecord[];
  /** Number of meetings that fit, of which `meetings` are the first. */
  readonly meetingTotal: number;
  readonly articles: readonly SearchHit[];
  readonly total: number;
  readonly facets: SearchAnswer['facets'];
  /** Where nothing was found: the query as it may have been meant, which finds something. */
  readonly meant: string | null;
  /** Another engine than the chosen one answered. */
  readonly isStandIn: boolean;
  readonly tookMs: number;
}

const FIRST_DOCUMENTS = 10;
const FIRST_MEETINGS = 20;

/** Everything the results page shows for a query. `clock` gives milliseconds, for `tookMs`. */
export async function findAll(
  db: ArchiveDb,
  engine: SearchReader,
  query: FindAllQuery,
  clock: () => number,
): Promise<FoundAll> {
  const begun = clock();
  const byCode = await findByCode(db, query.text, 50);
  const articles = await engine.find({ ...query, text: wordsFor(byCode, query.text), kind: 'article' });
  const first = { ...query, page: 1, sort: 'relevance' } as const;
  const isOfDocuments = isCodeQuery(byCode.query) || byCode.documents.length > 0;
  const documents = isOfDocuments ? [] : await findDocuments(db, engine, first);
  const { meetings, total: meetingTotal } = isOfDocuments
    ? await meetingsOfCode(db, byCode)
    : await findMeetings(db, engine, first);
  const isEmpty = articles.total + meetingTotal + documents.length + byCode.documents.length === 0;
  return {
    byCode,
    documents,
    meetings,
    meetingTotal,
    articles: articles.hits,
    total: articles.total,
    facets: articles.facets,
    meant: isEmpty && !isOfDocuments ? await mendSpelling(engine, { ...first, kind: null }) : null,
    isStandIn: articles.isStandIn ?? false,
    tookMs: Math.round(clock() - begun),
  };
}

/**
 * What is asked of the text index for a code: the code itself where it is known in full, so that articles which print it
 * are found, else the words as typed.
 */
function wordsFor(byCode: FoundByCode, typed: string): string {
  const [only] = byCode.documents;
  if (!isCodeQuery(byCode.query) || only === undefined) return typed;
  const codes = new Set(byCode.documents.map(({ document }) => document.code.toUpperCase()));
  const code = codes.size === 1 ? only.document.code : null;
  return code === null ? typed : `"${code}"`;
}

async function findDocuments(
  db: ArchiveDb,
  engine: SearchReader,
  query: FindAllQuery,
): Promise<readonly OfficialDocument[]> {
  if (query.text.trim() === '') return [];
  const { hits } = await engine.find({ ...query, kind: 'document', perPage: FIRST_DOCUMENTS });
  const ids = hits.flatMap(({ id }) => parseDocumentId(id) ?? []);
  const found = await getDocuments(db, ids);
  return ids.flatMap((id) => found.get(id) ?? []);
}

async function findMeetings(
  db: ArchiveDb,
  engine: SearchReader,
  query: FindAllQuery,
): Promise<{ readonly meetings: readonly MeetingRecord[]; readonly total: number }> {
  const { hits, total } = await engine.find({ ...query, kind: 'meeting', perPage: FIRST_MEETINGS });
  return {
    meetings: await loadMeetings(
      db,
      hits.map(({ id }) => id),
    ),
    total,
  };
}

async function meetingsOfCode(
  db: ArchiveDb,
  byCode: FoundByCode,
): Promise<{ readonly meetings: readonly MeetingRecord[]; readonly total: number }> {
  const ids = new Set<string>();
  for (const { mentions } of byCode.documents) {
    for (const { meeting } of mentions.items) if (meeting !== null) ids.add(meeting.id);
  }
  const meetings = await loadMeetings(db, [...ids]);
  const newest = [...meetings].sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1));
  return { meetings: newest.slice(0, FIRST_MEETINGS), total: newest.length };
}

async function loadMeetings(db: ArchiveDb, ids: readonly string[]): Promise<readonly MeetingRecord[]> {
  const found: MeetingRecord[] = [];
  for (const id of ids) {
    const meeting = await getMeeting(db, id);
    if (meeting !== null) found.push(meeting);
  }
  return found;
}
