/**
 * The page of a meeting: who and when, the reports of it, the documents cited there with the sentences, and what the
 * same body met for before and after.
 */
import { z } from 'zod';
import { getArticles } from '../../core/archive/articles.ts';
import { getDocuments } from '../../core/archive/documents.ts';
import { findMeeting, getMeeting } from '../../core/archive/meeting-lists.ts';
import type { MeetingRecord } from '../../core/archive/meeting-row.ts';
import { getMentions } from '../../core/archive/mention-lists.ts';
import type { ArticleRecord, MentionRecord } from '../../core/archive/records.ts';
import type { ArchiveDb } from '../../core/archive/schema.ts';
import type { DocumentId, OfficialDocument } from '../../core/documents/document.ts';
import type { MeetingBrief, MeetingView, Passage } from '../../web/view.ts';
import { noSuchMeeting } from '../api/meetings.ts';
import { rankMention } from '../passages.ts';
import { briefMeeting, nameArticle, nameDocument, toPassage } from './briefs.ts';
import type { Loading } from './cited-at.ts';
import { findNeighbour } from './meeting-list.ts';
import { definePage } from './page.ts';

const MOST_UNSETTLED = 100;

export const meetingPage = definePage({
  path: '/cuoc-hop/:id',
  summary: 'A meeting: people, reports of it, and the documents cited there with purpose and sentence.',
  query: z.object({}),
  view: async ({ archive: { db }, sourceName }, { id, frame, lang }) => {
    const meeting = await findMeeting(db, id);
    if (meeting === null) return noSuchMeeting;
    const loading: Loading = { db, lang, sourceName };
    const reports = await getArticles(db, meeting.articles);
    const mentions = (await Promise.all(reports.map((article) => getMentions(db, article.id)))).flat();
    const known = await getDocuments(db, meeting.documents);
    const tell = (mention: MentionRecord, document: OfficialDocument | null) =>
      passagesOf(loading, reports, mention, document);
    return {
      page: 'meeting',
      frame,
      meeting: briefMeeting(meeting),
      place: meeting.place,
      participants: meeting.participants,
      reports: reports.map((article) => ({ ...nameArticle(article, sourceName), words: countWords(article) })),
      documents: groupByDocument(mentions).flatMap(([document, cited]) => {
        const named = known.get(document);
        const [first, ...others] = cited.flatMap((mention) => tell(mention, named ?? null));
        if (named === undefined || first === undefined) return [];
        return [{ document: nameDocument(named, lang), passages: [first, ...others] as const }];
      }),
      unsettled: mentions
        .filter(({ target }) => target.document === null)
        .slice(0, MOST_UNSETTLED)
        .flatMap((mention) => tell(mention, null)),
      previous: await neighbourOf(db, meeting, 'before'),
      next: await neighbourOf(db, meeting, 'after'),
    } satisfies MeetingView;
  },
});

/** Documents in the order in which the reports first name them, each with its mentions, the most telling first. */
function groupByDocument(mentions: readonly MentionRecord[]): readonly (readonly [DocumentId, MentionRecord[]])[] {
  const groups = new Map<DocumentId, MentionRecord[]>();
  for (const mention of mentions) {
    const { document } = mention.target;
    if (document === null) continue;
    const group = groups.get(document) ?? [];
    group.push(mention);
    groups.set(document, group);
  }
  for (const group of groups.values()) group.sort((a, b) => rankMention(a) - rankMention(b));
  return [...groups];
}

function passagesOf(
  { lang, sourceName }: Loading,
  reports: readonly ArticleRecord[],
  mention: MentionRecord,
  document: OfficialDocument | null,
): readonly Passage[] {
  const article = reports.find(({ id }) => id === mention.article);
  return article === undefined ? [] : [toPassage(mention, nameArticle(article, sourceName), document, lang)];
}

async function neighbourOf(
  db: ArchiveDb,
  meeting: MeetingRecord,
  side: 'before' | 'after',
): Promise<MeetingBrief | null> {
  const id = await findNeighbour(db, meeting, side);
  const neighbour = id === null ? null : await getMeeting(db, id);
  return neighbour === null ? null : briefMeeting(neighbour);
}

function countWords({ status, text }: ArticleRecord): number | null {
  if (status === 'text_unavailable') return null;
  return text.split(/\s+/).filter((word) => word !== '').length;
}
