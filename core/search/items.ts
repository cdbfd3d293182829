/**
 * What of the archive is searched: articles, meetings and documents as items of the index.
 *
 * A document's item carries its title and names; that its code finds it is not the index's business but the archive's
 * own keys' (find-code.ts), since digits are never fuzzy.
 */
import { parseArticleId } from '../archive/article-row.ts';
import { getArticle } from '../archive/articles.ts';
import { getDocument, getDocuments } from '../archive/documents.ts';
import { getMeeting } from '../archive/meeting-lists.ts';
import { getMentions } from '../archive/mention-lists.ts';
import type { MentionRecord } from '../archive/records.ts';
import type { ArchiveDb } from '../archive/schema.ts';
import type { OfficialDocument } from '../documents/document.ts';
import { parseDocumentId } from '../documents/identity.ts';
import type { ItemKey, SearchItem } from './engine.ts';
import { type Facet, forEachFacet } from './fields.ts';

/** The item of this key as the archive has it now, or null when it is gone. */
export async function loadItem(db: ArchiveDb, kind: ItemKey['kind'], id: string): Promise<SearchItem | null> {
  switch (kind) {
    case 'article':
      return loadArticle(db, id);
    case 'document':
      return loadDocument(db, id);
    case 'meeting':
      return loadMeeting(db, id);
    default:
      return kind satisfies never;
  }
}

async function loadArticle(db: ArchiveDb, text: string): Promise<SearchItem | null> {
  const id = parseArticleId(text);
  const article = id === null ? null : await getArticle(db, id);
  if (article === null) return null;
  const mentions = await getMentions(db, article.id);
  const documents = [...(await getDocuments(db, targetsOf(mentions))).values()];
  const day = article.published?.slice(0, 10) ?? null;
  return {
    kind: 'article',
    id: article.id,
    title: article.title ?? '',
    body: article.text,
    codes: codesOf(mentions),
    date: day,
    facets: facetsOf({
      ...factsOf(documents),
      purpose: mentions.map(({ purpose }) => purpose),
      source: article.source === null ? [] : [article.source],
      year: day === null ? [] : [day.slice(0, 4)],
      meeting_kind: article.meeting === null ? [] : [article.meeting.kind],
    }),
    people: (article.meeting?.participants ?? []).map(({ name }) => name),
  };
}

async function loadDocument(db: ArchiveDb, text: string): Promise<SearchItem | null> {
  const id = parseDocumentId(text);
  const document = id === null ? null : await getDocument(db, id);
  if (document === null) return null;
  const year = document.date?.slice(0, 4) ?? (document.year === null ? null : String(document.year));
  return {
    kind: 'document',
    id: document.id,
    title: document.title ?? '',
    body: [document.issuer, ...document.aliases].filter((words) => words !== null).join('\n'),
    codes: [document.code],
    date: document.date,
    facets: facetsOf({ ...factsOf([document]), year: year === null ? [] : [year] }),
    people: [],
  };
}

async function loadMeeting(db: ArchiveDb, id: string): Promise<SearchItem | null> {
  const meeting = await getMeeting(db, id);
  if (meeting === null) return null;
  const documents = [...(await getDocuments(db, meeting.documents)).values()];
  const day = meeting.date === null ? null : meeting.date.length === 10 ? meeting.date : null;
  return {
    kind: 'meeting',
    id: meeting.id,
    title: meeting.title,
    body: [meeting.host, meeting.place, ...meeting.participants.flatMap(({ positions }) => positions)]
      .filter((words) => words !== null)
      .join('\n'),
    codes: documents.map(({ code }) => code),
    date: day,
    facets: facetsOf({
      ...factsOf(documents),
      year: meeting.date === null ? [] : [meeting.date.slice(0, 4)],
      meeting_kind: [meeting.kind],
    }),
    people: meeting.participants.map(({ name }) => name),
  };
}

function factsOf(documents: readonly OfficialDocument[]): Partial<Record<Facet, readonly string[]>> {
  return {
    type: documents.map(({ type }) => type),
    issuer: documents.flatMap(({ issuer }) => (issuer === null ? [] : [issuer])),
    level: documents.flatMap(({ level }) => (level === null ? [] : [level])),
  };
}

function facetsOf(given: Partial<Record<Facet, readonly string[]>>): SearchItem['facets'] {
  return forEachFacet((facet) => [...new Set(given[facet] ?? [])]);
}

function targetsOf(mentions: readonly MentionRecord[]) {
  return mentions.flatMap(({ target }) => (target.document === null ? [] : [target.document]));
}

function codesOf(mentions: readonly MentionRecord[]): readonly string[] {
  return [...new Set(mentions.flatMap(({ canonical }) => (canonical === null ? [] : [canonical])))];
}
