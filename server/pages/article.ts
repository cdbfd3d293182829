/**
 * The page of an article: its text with every citation a link, the facts of its meeting, where and when it was found.
 */
import { z } from 'zod';
import { parseArticleId } from '../../core/archive/article-row.ts';
import { getArticle } from '../../core/archive/articles.ts';
import { getMeeting } from '../../core/archive/meeting-lists.ts';
import { getMentions } from '../../core/archive/mention-lists.ts';
import { annotateText } from '../../core/citations/annotate.ts';
import type { ArticleView, Segment } from '../../web/view.ts';
import { noSuchArticle } from '../api/articles.ts';
import { type CitationEntries, readEntries } from './article-citations.ts';
import { briefMeeting, nameArticle } from './briefs.ts';
import { nameArticles } from './cited-at.ts';
import { definePage } from './page.ts';

export const articlePage = definePage({
  path: '/bai-viet/:id',
  summary: 'An article: its text with every citation a link, the facts of its meeting, its source and snapshot.',
  query: z.object({}),
  view: async ({ archive: { db }, sourceName }, { id, frame, lang }) => {
    const parsed = parseArticleId(id);
    const article = parsed === null ? null : await getArticle(db, parsed);
    if (article === null) return noSuchArticle;
    const meeting = article.meetingId === null ? null : await getMeeting(db, article.meetingId);
    const others = (meeting?.articles ?? []).filter((other) => other !== article.id);
    const entries = await readEntries(db, await getMentions(db, article.id), lang);
    const hasText = article.status !== 'text_unavailable';
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
      snapshot: `/api/v1/articles/${article.id}/snapshot`,
      versions: article.versions,
      paragraphs: hasText ? markText(article.text, entries) : [],
      citations: entries.citations,
      meeting: meeting === null ? null : briefMeeting(meeting),
      place: meeting?.place ?? null,
      otherReports: [...(await nameArticles(db, others, sourceName)).values()],
      attachments: article.attachments,
      warnings: article.warnings.map(({ code, detail }) => ({ code, text: detail })),
    } satisfies ArticleView;
  },
});

function markText(text: string, { mentions, marks }: CitationEntries): readonly (readonly Segment[])[] {
  return annotateText(text, mentions).map((segments) =>
    segments.map((segment) => ({
      text: segment.text,
      citation: segment.citation === null ? undefined : marks[segment.citation],
    })),
  );
}
