/**
 * Who cites a document, as an Atom feed: one entry for each article, newest first, with the sentence.
 *
 * Nothing in it changes unless the archive does, so that readers who ask every hour are answered by 304. Ids of entries
 * come from the document and the article alone: they are the same on every copy of the archive.
 */
import { createHash } from 'node:crypto';
import { Feed } from 'feed';
import { z } from 'zod';
import type { CitingMention } from '../../core/archive/mention-lists.ts';
import type { ArticleId } from '../../core/archive/records.ts';
import type { ArchiveDb } from '../../core/archive/schema.ts';
import type { DocumentId, OfficialDocument } from '../../core/documents/document.ts';
import { mentionsOf } from '../../core/search/find-code.ts';
import { articlePath, documentPath, href } from '../../web/address.ts';
import { formatDate } from '../../web/dates.ts';
import { wordsOf } from '../../web/words.ts';
import { originOf } from '../origin.ts';
import { escapeHtml, keepXml } from '../plain-text.ts';
import { type Lang, titleDocument } from '../wording.ts';
import { findDocument, noSuchDocument } from './documents.ts';
import { type Endpoint, sendsBytes } from './endpoint.ts';

/** Feeds hold whole addresses, also for who asks without a plain Host. */
const NOWHERE = 'http://localhost';
const MOST_ENTRIES = 50;
/** Mentions that are read for them: an article may cite a document many times. */
const MOST_PAGES = 5;
const MOST_SENTENCES = 3;

export function feedPath({ id }: Pick<OfficialDocument, 'id'>): string {
  return `/api/v1/documents/${id}/feed.atom`;
}

export const documentFeeds: readonly Endpoint[] = [
  sendsBytes({
    path: '/api/v1/documents/:id/feed.atom',
    summary: 'Atom feed of the newest 50 articles that cite a document, each with its sentences.',
    query: z.object({}),
    media: 'application/atom+xml',
    send: async ({ archive: { db } }, { params, lang }, response) => {
      const document = await findDocument(db, params['id'] ?? '');
      if (document === null) return noSuchDocument;
      const xml = writeFeed(document, await readEntries(db, document), originOf(response.req) ?? NOWHERE, lang);
      response.setHeader('Content-Type', 'application/atom+xml; charset=utf-8');
      response.send(xml);
      return null;
    },
  }),
];

interface Entry {
  readonly article: CitingMention['article'];
  readonly meeting: CitingMention['meeting'];
  readonly mentions: CitingMention['mention'][];
  /** Day or instant of publication, else the instant at which it was taken in. */
  readonly at: string;
}

async function readEntries(db: ArchiveDb, document: OfficialDocument): Promise<readonly Entry[]> {
  const found = new Map<ArticleId, Omit<Entry, 'at'>>();
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES && found.size <= MOST_ENTRIES; page += 1) {
    const { items, next } = await mentionsOf(db, document, 100, after);
    for (const { mention, article, meeting } of items) {
      const entry = found.get(article.id) ?? { article, meeting, mentions: [] };
      entry.mentions.push(mention);
      found.set(article.id, entry);
    }
    after = next;
    if (next === null) break;
  }
  const entries = [...found.values()].slice(0, MOST_ENTRIES);
  if (entries.length === 0) return [];
  const captured = await db
    .selectFrom('articles')
    .select(['id', 'captured_at'])
    .where(
      'id',
      'in',
      entries.map(({ article }) => article.id),
    )
    .execute();
  const takenIn = new Map(captured.map(({ id, captured_at: at }) => [id, at]));
  return entries.map((entry) => ({ ...entry, at: entry.article.published ?? takenIn.get(entry.article.id) ?? '' }));
}

function writeFeed(document: OfficialDocument, entries: readonly Entry[], origin: string, lang: Lang): string {
  const words = wordsOf(lang);
  const whole = (path: string): string => `${origin}${href(path, lang)}`;
  const dates = entries.map(({ at }) => toDate(at));
  const feed = new Feed({
    id: nameUuid(document.id),
    title: keepXml(words.feed.title(titleDocument(document, lang))),
    description: words.feed.description,
    link: whole(documentPath(document.id)),
    feedLinks: { atom: whole(feedPath(document)) },
    updated: new Date(Math.max(0, ...dates.map(Number))),
    generator: 'sohieu',
    author: { name: 'sohieu' },
    copyright: '',
  });
  for (const [index, { article, meeting, mentions }] of entries.entries()) {
    const date = dates[index] ?? new Date(0);
    const [first] = mentions;
    feed.addItem({
      id: nameUuid(`${document.id} ${article.id}`),
      title: escapeHtml(keepXml(titleOf(article, meeting, lang))),
      link: whole(articlePath(article.id, first?.ordinal)),
      date,
      published: date,
      content: mentions.slice(0, MOST_SENTENCES).map(toHtml).join(''),
    });
  }
  return feed.atom1();
}

function titleOf(article: Entry['article'], meeting: Entry['meeting'], lang: Lang): string {
  const { untitled } = wordsOf(lang);
  if (meeting === null) return article.title ?? untitled;
  const day = meeting.date === null ? null : formatDate(meeting.date, lang);
  return [day, meeting.title, meeting.chair?.name].filter((part) => part != null && part !== '').join(' · ');
}

function toHtml({ sentence, sentenceOffset, surface }: CitingMention['mention']): string {
  const text = (from: number, to?: number): string => escapeHtml(keepXml(sentence.slice(from, to)));
  const end = sentenceOffset + surface.length;
  return `<p>${text(0, sentenceOffset)}<b>${text(sentenceOffset, end)}</b>${text(end)}</p>`;
}

/** A day is that of Vietnam. What is no date is the beginning of time: it never makes the feed look new. */
function toDate(at: string): Date {
  const time = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(at) ? `${at}T00:00:00+07:00` : at);
  return new Date(Number.isNaN(time) ? 0 : Math.max(0, time));
}

/** A name in the form that feeds want (RFC 9562, version 8), from the SHA-256 of what it names. */
function nameUuid(what: DocumentId | string): string {
  const hex = createHash('sha256').update(`sohieu ${what}`).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`];
  return `urn:uuid:${[...parts, hex.slice(20, 32)].join('-')}`;
}
