/**
 * The archive in the shapes that the outside relies on: plain objects with the field names of the export contract.
 *
 * Streams, so that an export of any size passes through. Words for evidence come in as a function, because sentences
 * for readers are no business of this room. Offsets are into the article's `text` as exported.
 */
import type { Evidence, OfficialDocument } from '../documents/document.ts';
import { listArticles } from './articles.ts';
import { streamDocuments } from './documents.ts';
import { streamMeetings } from './meeting-lists.ts';
import type { MeetingRecord } from './meeting-row.ts';
import { getMentions, streamMentionsInOrder } from './mention-lists.ts';
import type { ArticleRecord, MentionRecord } from './records.ts';
import { streamRelations } from './relations.ts';
import type { ArchiveDb } from './schema.ts';

/** Words one piece of evidence as a short sentence for readers. */
export type EvidenceWording = (evidence: Evidence) => string;

/** One line an article, with its citations. */
export async function* exportArticles(db: ArchiveDb): AsyncGenerator<ReturnType<typeof shapeArticle>> {
  for await (const article of listArticles(db)) yield shapeArticle(article, await getMentions(db, article.id));
}

/** One line a document; entries of codes that no mention settles are none. */
export async function* exportDocuments(db: ArchiveDb): AsyncGenerator<ReturnType<typeof shapeDocument>> {
  for await (const document of streamDocuments(db, { isSettled: true })) yield shapeDocument(document);
}

/** One line a mention, article by article in the order of the text. */
export async function* exportCitations(
  db: ArchiveDb,
  word: EvidenceWording,
): AsyncGenerator<ReturnType<typeof shapeCitation>> {
  for await (const { mention, url } of streamMentionsInOrder(db)) yield shapeCitation(mention, url, word);
}

/** One line an edge. */
export async function* exportRelations(db: ArchiveDb): AsyncGenerator<{
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly article: string;
  readonly sentence: string;
}> {
  for await (const { from, to, kind, article, sentence } of streamRelations(db))
    yield { from, to, kind, article, sentence };
}

/** One line a meeting. */
export async function* exportMeetings(db: ArchiveDb): AsyncGenerator<ReturnType<typeof shapeMeeting>> {
  for await (const meeting of streamMeetings(db)) yield shapeMeeting(meeting);
}

export function shapeArticle(article: ArticleRecord, mentions: readonly MentionRecord[]) {
  return {
    id: article.id,
    source: article.source,
    url: article.url,
    aliases: article.aliases,
    status: article.status,
    versions: article.versions,
    title: article.title,
    lead: article.lead,
    text: article.text,
    author: article.author,
    published: article.published,
    updated: article.updated,
    encoding: article.encoding,
    content_hash: article.contentHash,
    attachments: article.attachments,
    meeting: article.meetingId,
    citations: mentions.map(({ canonical, target, start, end, kind }) => ({
      canonical,
      document: target.document,
      start,
      end,
      kind,
    })),
    warnings: article.warnings,
  };
}

export function shapeDocument(document: OfficialDocument) {
  return {
    id: document.id,
    code: document.code,
    type: document.type,
    number: document.number,
    year: document.year,
    issuer: document.issuer,
    level: document.level,
    place: document.place,
    term: document.term,
    date: document.date,
    title: document.title,
    aliases: document.aliases,
    state: document.state,
    cited_by: document.citedBy,
    conflicts: document.conflicts,
  };
}

export function shapeCitation(mention: MentionRecord, url: string, word: EvidenceWording) {
  const reasons = (all: readonly Evidence[]) => all.map((one) => ({ code: one.code, text: word(one) }));
  const { target } = mention;
  return {
    article: mention.article,
    url,
    start: mention.start,
    end: mention.end,
    surface: mention.surface,
    kind: mention.kind,
    canonical: mention.canonical,
    document: target.document,
    status: target.status,
    candidates: target.candidates.map(({ document, score, why }) => ({ document, score, why: reasons(why) })),
    evidence: reasons(target.evidence),
    sentence: mention.sentence,
    purpose: mention.purpose,
    origin: mention.origin,
    flags: mention.flags,
  };
}

export function shapeMeeting(meeting: MeetingRecord) {
  return {
    id: meeting.id,
    kind: meeting.kind,
    title: meeting.title,
    date: meeting.date,
    date_to: meeting.dateTo,
    precision: meeting.precision,
    host: meeting.host,
    place: meeting.place,
    chair: meeting.chair,
    participants: meeting.participants,
    articles: meeting.urls,
    documents: meeting.documents,
  };
}
