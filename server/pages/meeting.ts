/**
 * The page of a meeting: who and when, the reports of it, the documents cited there with the sentences, and what the
 * same body met for before and after, with the documents that the next meeting took up.
 */
import { z } from 'zod';
import { getArticles } from '../../core/archive/articles.ts';
import { getDocuments } from '../../core/archive/documents.ts';
import { listDocumentsAt, listMentionsAt, listUnsettledAt } from '../../core/archive/meeting-cited.ts';
import { findMeeting, getMeeting } from '../../core/archive/meeting-lists.ts';
import type { MeetingRecord } from '../../core/archive/meeting-row.ts';
import type { ArticleRecord, MentionRecord } from '../../core/archive/records.ts';
import type { ArchiveDb } from '../../core/archive/schema.ts';
import type { DocumentId, OfficialDocument } from '../../core/documents/document.ts';
import type { CitedSentence, MeetingView } from '../../web/view.ts';
import type { ArticleName } from '../../web/view-terms.ts';
import { noSuchMeeting } from '../api/meetings.ts';
import { parameters } from '../parameters.ts';
import { rankMention } from '../passages.ts';
import { briefMeeting, nameArticle, nameDocument, toPassage } from './briefs.ts';
import { type Loading, nameArticles } from './cited-at.ts';
import { findNeighbour } from './meeting-list.ts';
import { definePage } from './page.ts';
import { isWithin, noSuchPage } from './paging.ts';

const DOCUMENTS_A_PAGE = 50;
const REPORTS_A_PAGE = 20;
const MOST_MENTIONS = 1000;
const MOST_UNSETTLED = 50;
const MOST_TAKEN_UP = 10;

export const meetingPage = definePage({
  path: '/cuoc-hop/:id',
  summary: 'A meeting: people, reports of it, and the documents cited there with purpose and sentence.',
  query: z.object({ page: parameters.page.default(1), reports: parameters.page.default(1) }),
  view: async ({ archive: { db }, sourceName }, { id, query, frame, lang }) => {
    const meeting = await findMeeting(db, id);
    if (meeting === null) return noSuchMeeting;
    const loading: Loading = { db, lang, sourceName };
    const cited = await listDocumentsAt(db, meeting.id);
    const documentPages = { page: query.page, perPage: DOCUMENTS_A_PAGE, total: cited.length };
    const reportPages = { page: query.reports, perPage: REPORTS_A_PAGE, total: meeting.articles.length };
    if (!isWithin(documentPages)) return noSuchPage(documentPages);
    if (!isWithin(reportPages)) return noSuchPage(reportPages);
    const reports = await getArticles(db, cutPage(meeting.articles, query.reports, REPORTS_A_PAGE));
    const next = await neighbourOf(db, meeting, 'after');
    const previous = await neighbourOf(db, meeting, 'before');
    return {
      page: 'meeting',
      frame,
      meeting: briefMeeting(meeting),
      place: meeting.place,
      participants: meeting.participants,
      reports: inOrder(reports, meeting.articles).map((article) => ({
        ...nameArticle(article, sourceName),
        words: countWords(article),
      })),
      reportPages,
      documents: await readCited(loading, meeting, cutPage(cited, query.page, DOCUMENTS_A_PAGE)),
      documentPages,
      ...(await readUnsettled(loading, meeting)),
      previous: previous === null ? null : briefMeeting(previous),
      next: next === null ? null : briefMeeting(next),
      takenUp: await readTakenUp(loading, meeting, next),
    } satisfies MeetingView;
  },
});

/** Documents with the sentences that name them there, the most telling first. */
async function readCited(
  loading: Loading,
  meeting: MeetingRecord,
  ids: readonly DocumentId[],
): Promise<MeetingView['documents']> {
  const known = await getDocuments(loading.db, ids);
  const mentions = await listMentionsAt(loading.db, meeting.id, ids, MOST_MENTIONS);
  const names = await namesOf(loading, mentions);
  return ids.flatMap((id) => {
    const document = known.get(id);
    const [first, ...others] = mergeSentences(
      mentions.filter(({ target }) => target.document === id).sort((a, b) => rankMention(a) - rankMention(b)),
      names,
      document ?? null,
      loading,
    );
    if (document === undefined || first === undefined) return [];
    return [{ document: nameDocument(document, loading.lang), passages: [first, ...others] as const }];
  });
}

/** Reports copy from each other: a sentence that several print is shown once, with the articles that print it too. */
function mergeSentences(
  mentions: readonly MentionRecord[],
  names: ReadonlyMap<string, ArticleName>,
  document: OfficialDocument | null,
  loading: Loading,
): readonly CitedSentence[] {
  const sentences = new Map<string, CitedSentence>();
  for (const mention of mentions) {
    const article = names.get(mention.article);
    if (article === undefined) continue;
    const key = `${mention.sentence.replace(/\s+/g, ' ')} ${mention.sentenceOffset} ${mention.purpose}`;
    const held = sentences.get(key);
    if (held === undefined) {
      sentences.set(key, { ...toPassage(mention, article, document, loading.lang), alsoIn: [] });
    } else if (held.article.id !== article.id) sentences.set(key, { ...held, alsoIn: [...held.alsoIn, article] });
  }
  return [...sentences.values()];
}

async function readUnsettled(
  loading: Loading,
  meeting: MeetingRecord,
): Promise<Pick<MeetingView, 'unsettled' | 'moreUnsettled'>> {
  const { items, total } = await listUnsettledAt(loading.db, meeting.id, MOST_UNSETTLED);
  const names = await namesOf(loading, items);
  const unsettled = items.flatMap((mention) => {
    const article = names.get(mention.article);
    return article === undefined ? [] : [toPassage(mention, article, null, loading.lang)];
  });
  return { unsettled, moreUnsettled: total - items.length };
}

/** Documents of this meeting that the next one of the same body cited again. */
async function readTakenUp(
  { db, lang }: Loading,
  meeting: MeetingRecord,
  next: MeetingRecord | null,
): Promise<MeetingView['takenUp']> {
  const again = new Set(next?.documents ?? []);
  const both = meeting.documents.filter((document) => again.has(document));
  const known = await getDocuments(db, both.slice(0, MOST_TAKEN_UP));
  return { documents: [...known.values()].map((document) => nameDocument(document, lang)), total: both.length };
}

async function namesOf(
  { db, sourceName }: Loading,
  mentions: readonly MentionRecord[],
): Promise<ReadonlyMap<string, ArticleName>> {
  return nameArticles(
    db,
    mentions.map(({ article }) => article),
    sourceName,
  );
}

async function neighbourOf(
  db: ArchiveDb,
  meeting: MeetingRecord,
  side: 'before' | 'after',
): Promise<MeetingRecord | null> {
  const id = await findNeighbour(db, meeting, side);
  return id === null ? null : getMeeting(db, id);
}

function cutPage<T>(items: readonly T[], page: number, perPage: number): readonly T[] {
  return items.slice((page - 1) * perPage, page * perPage);
}

function inOrder(articles: readonly ArticleRecord[], ids: readonly string[]): readonly ArticleRecord[] {
  return [...articles].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

function countWords({ status, text }: ArticleRecord): number | null {
  if (status === 'text_unavailable') return null;
  return text.split(/\s+/).filter((word) => word !== '').length;
}
