/**
 * The page of an article: its text with every citation a link, the facts of its meeting, where and when it was found.
 */
import { z } from 'zod';
import { parseArticleId } from '../../core/archive/article-row.ts';
import { getArticle } from '../../core/archive/articles.ts';
import { listAttachmentStatuses } from '../../core/archive/attachments.ts';
import { listCopies } from '../../core/archive/copies.ts';
import { getDocuments } from '../../core/archive/documents.ts';
import { listHeldIn } from '../../core/archive/holdings.ts';
import { getMeeting } from '../../core/archive/meeting-lists.ts';
import { getMentions } from '../../core/archive/mention-lists.ts';
import type { ArticleRecord } from '../../core/archive/records.ts';
import { listVersionHeads } from '../../core/archive/version-lists.ts';
import { annotateText } from '../../core/citations/annotate.ts';
import { storedCopyPath, versionsPath } from '../../web/address.ts';
import type { ArticleView, Segment } from '../../web/view.ts';
import { noSuchArticle } from '../api/articles.ts';
import { type CitationEntries, readEntries } from './article-citations.ts';
import { findGrounds, noGrounds } from './article-grounds.ts';
import { briefMeeting, nameArticle, nameDocument } from './briefs.ts';
import { type Loading, nameArticles } from './cited-at.ts';
import { definePage } from './page.ts';

/** More stand on the page of the meeting. */
const MOST_REPORTS = 20;
const MOST_COPIES = 20;

export const articlePage = definePage({
  path: '/bai-viet/:id',
  summary: 'An article: its text with every citation a link, the facts of its meeting, its source and snapshot.',
  query: z.object({}),
  view: async ({ archive: { db }, sourceName }, { id, frame, lang }) => {
    const parsed = parseArticleId(id);
    const article = parsed === null ? null : await getArticle(db, parsed);
    if (article === null) return noSuchArticle;
    const loading: Loading = { db, lang, sourceName };
    const meeting = article.meetingId === null ? null : await getMeeting(db, article.meetingId);
    const others = (meeting?.articles ?? []).filter((other) => other !== article.id);
    const shown = await nameArticles(db, others.slice(0, MOST_REPORTS), sourceName);
    const entries = await readEntries(db, await getMentions(db, article.id), lang);
    const hasText = article.status !== 'text_unavailable';
    const { total: texts } = await listVersionHeads(db, article.id, { limit: 1, offset: 0 });
    return {
      page: 'article',
      frame: article.isSample ? { ...frame, notices: [...new Set([...frame.notices, 'samples' as const])] } : frame,
      article: nameArticle(article, sourceName),
      status: article.status,
      author: article.author,
      updated: article.updated,
      url: article.url,
      capturedAt: article.capturedAt,
      snapshotHash: article.snapshot,
      snapshot: storedCopyPath(article.id),
      versions: article.versions,
      history: texts > 1 ? versionsPath(article.id) : null,
      paragraphs: hasText ? markText(article.text, entries) : [],
      citations: entries.citations,
      meeting: meeting === null ? null : briefMeeting(meeting),
      place: meeting?.place ?? null,
      grounds: meeting === null ? noGrounds : findGrounds(article, meeting),
      otherReports: [...shown.values()],
      moreReports: others.length - shown.size,
      copies: await readCopies(loading, article),
      ...(await readHeld(loading, article)),
      warnings: article.warnings.map(({ code, detail }) => ({ code, text: detail })),
    } satisfies ArticleView;
  },
});

async function readCopies({ db, sourceName }: Loading, { id }: ArticleRecord): Promise<ArticleView['copies']> {
  const copies = (await listCopies(db, id)).slice(0, MOST_COPIES);
  const names = await nameArticles(
    db,
    copies.map(({ of }) => of),
    sourceName,
  );
  return copies.flatMap(({ of, similarity }) => {
    const name = names.get(of);
    return name === undefined ? [] : [{ ...name, similarity }];
  });
}

/** Which documents the article's own text and its files are. */
async function readHeld(
  { db, lang }: Loading,
  { id, url, attachments }: ArticleRecord,
): Promise<Pick<ArticleView, 'holds' | 'attachments'>> {
  const held = await listHeldIn(db, id);
  const known = await getDocuments(db, [...held.values()]);
  const statuses = await listAttachmentStatuses(db, id);
  const nameAt = (address: string) => {
    const document = held.get(address);
    const named = document === undefined ? undefined : known.get(document);
    return named === undefined ? null : nameDocument(named, lang);
  };
  return {
    holds: nameAt(url),
    attachments: attachments.map((file) => ({
      ...file,
      status: statuses.get(file.url) ?? null,
      document: nameAt(file.url),
    })),
  };
}

function markText(text: string, { mentions, marks }: CitationEntries): readonly (readonly Segment[])[] {
  return annotateText(text, mentions).map((segments) =>
    segments.map((segment) => ({
      text: segment.text,
      citation: segment.citation === null ? undefined : marks[segment.citation],
    })),
  );
}
