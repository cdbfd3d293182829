/**
 * What of the archive is searched: articles, meetings and documents as items of the index.
 *
 * A document's item carries its title and names; that its code finds it is not the index's business but the archive's
 * own keys' (find-code.ts), since digits are never fuzzy.
 */
import { parseArticleId } from '../archive/article-row.ts';
import { getArticles } from '../archive/articles.ts';
import { inPieces } from '../archive/dialect.ts';
import { getDocuments } from '../archive/documents.ts';
import { getMeetings } from '../archive/meeting-lists.ts';
import { type Cite, listCites } from '../archive/mention-lists.ts';
import type { ArchiveDb } from '../archive/schema.ts';
import type { DocumentId, OfficialDocument } from '../documents/document.ts';
import { parseDocumentId } from '../documents/identity.ts';
import { vietnameseDay } from '../meetings/calendar.ts';
import { type ItemKey, nameOf, type SearchItem, searchKinds } from './engine.ts';
import { type Facet, forEachFacet } from './fields.ts';

/** The items of these keys as the archive has them now, in the order of the keys; what is gone is left out. */
export async function loadItems(db: ArchiveDb, keys: readonly ItemKey[]): Promise<readonly SearchItem[]> {
  const items: SearchItem[] = [];
  for (const piece of inPieces(keys)) {
    const loaded = new Map<string, SearchItem>();
    for (const kind of searchKinds) {
      const ids = piece.flatMap((key) => (key.kind === kind ? [key.id] : []));
      if (ids.length > 0) for (const item of await loaders[kind](db, ids)) loaded.set(nameOf(item), item);
    }
    items.push(...piece.flatMap((key) => loaded.get(nameOf(key)) ?? []));
  }
  return items;
}

type LoadKind = (db: ArchiveDb, ids: readonly string[]) => Promise<readonly SearchItem[]>;

const loaders: Readonly<Record<ItemKey['kind'], LoadKind>> = {
  article: loadArticles,
  document: loadDocuments,
  meeting: loadMeetings,
};

async function loadArticles(db: ArchiveDb, texts: readonly string[]): Promise<readonly SearchItem[]> {
  const ids = texts.flatMap((text) => parseArticleId(text) ?? []);
  const articles = await getArticles(db, ids);
  const cites = await listCites(db, ids);
  const documents = await getDocuments(db, documentsOf([...cites.values()].flat()));
  return articles.map((article) => {
    const cited = cites.get(article.id) ?? [];
    const day = vietnameseDay(article.published);
    return {
      kind: 'article',
      id: article.id,
      title: article.title ?? '',
      body: article.text,
      codes: [...new Set(cited.flatMap(({ canonical }) => canonical ?? []))],
      date: day,
      facets: facetsOf({
        ...factsOf(chosenFrom(documents, documentsOf(cited))),
        purpose: cited.map(({ purpose }) => purpose),
        source: article.source === null ? [] : [article.source],
        year: day === null ? [] : [day.slice(0, 4)],
        meeting_kind: article.meeting === null ? [] : [article.meeting.kind],
      }),
      people: (article.meeting?.participants ?? []).map(({ name }) => name),
    };
  });
}

async function loadDocuments(db: ArchiveDb, texts: readonly string[]): Promise<readonly SearchItem[]> {
  const ids = texts.flatMap((text) => parseDocumentId(text) ?? []);
  return [...(await getDocuments(db, ids)).values()].map((document) => {
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
  });
}

async function loadMeetings(db: ArchiveDb, ids: readonly string[]): Promise<readonly SearchItem[]> {
  const meetings = await getMeetings(db, ids);
  const found = await getDocuments(
    db,
    meetings.flatMap(({ documents }) => documents),
  );
  return meetings.map((meeting) => {
    const documents = chosenFrom(found, meeting.documents);
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
  });
}

function documentsOf(cited: readonly Cite[]): readonly DocumentId[] {
  return [...new Set(cited.flatMap(({ document }) => document ?? []))];
}

type FoundDocuments = Awaited<ReturnType<typeof getDocuments>>;

/** Sorted by id, so that the same documents always make the same item. */
function chosenFrom(found: FoundDocuments, ids: readonly DocumentId[]): readonly OfficialDocument[] {
  return ids.toSorted().flatMap((id) => found.get(id) ?? []);
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
