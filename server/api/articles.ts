import { z } from 'zod';
import { parseArticleId } from '../../core/archive/article-row.ts';
import { getArticle } from '../../core/archive/articles.ts';
import { shapeArticle, shapeCitation } from '../../core/archive/exports.ts';
import { getMentions } from '../../core/archive/mention-lists.ts';
import type { ArticleRecord } from '../../core/archive/records.ts';
import { getSnapshot, readSnapshot } from '../../core/archive/snapshots.ts';
import { getVersion } from '../../core/archive/version-lists.ts';
import { wordEvidence } from '../../core/documents/evidence.ts';
import { parameters } from '../parameters.ts';
import type { ServerParts } from '../parts.ts';
import { answer, type Problem, problem, type Reply } from '../problem.ts';
import { articleSchema, citationSchema, listOf } from './answers.ts';
import { answersJson, type Endpoint, sendsBytes } from './endpoint.ts';
import { pageByNumber } from './numbered-page.ts';

export const noSuchArticle: Problem = problem('not-found', {
  vi: 'Kho không có bài viết với mã này.',
  en: 'The archive has no article of this id.',
});

export const noSuchVersion: Problem = problem('not-found', {
  vi: 'Bài viết không có phiên bản này.',
  en: 'The article has no such version.',
});

const heldSchema = articleSchema.extend({
  captured_at: z.string().describe('When the bytes were taken in, UTC.'),
  snapshot: z.string().describe('SHA-256 of the kept bytes.'),
  sample: z.boolean().describe('True for the bundled samples, whose people and places are invented.'),
});

export const articleEndpoints: readonly Endpoint[] = [
  answersJson({
    path: '/api/v1/articles/:id',
    summary: 'An article with its text and its citations.',
    query: z.object({}),
    answer: heldSchema,
    find: (parts, { params }) =>
      ofArticle(parts, params, async (article) => ({
        ...shapeArticle(article, await getMentions(parts.archive.db, article.id)),
        captured_at: article.capturedAt,
        snapshot: article.snapshot,
        sample: article.isSample,
      })),
  }),
  answersJson({
    path: '/api/v1/articles/:id/citations',
    summary: 'The citations of an article in the order of its text, each with its target and the reasons for it.',
    query: z.object({ page: parameters.page.default(1), per_page: parameters.per_page.default(20) }),
    answer: listOf(citationSchema),
    find: (parts, { params, query, lang }) =>
      ofArticle(parts, params, async (article) => {
        const mentions = await getMentions(parts.archive.db, article.id);
        const { items, ...rest } = pageByNumber(mentions, query.page, query.per_page);
        const word = (evidence: Parameters<typeof wordEvidence>[0]) => wordEvidence(evidence, lang);
        return { ...rest, items: items.map((mention) => shapeCitation(mention, article.url, word)) };
      }),
  }),
  sendsBytes({
    path: '/api/v1/articles/:id/snapshot',
    summary: 'The bytes from which the article was read, as they came, for saving.',
    query: z.object({
      version: parameters.version.optional().describe('Number of a version; without it, the one that is shown.'),
    }),
    media: 'application/octet-stream',
    send: async (parts, { params, query }, response) => {
      const found = await ofArticle(parts, params, async (article) => {
        const { version } = query;
        const kept = version === undefined ? article : await getVersion(parts.archive.db, article.id, version);
        return kept === null ? null : { id: article.id, hash: kept.snapshot };
      });
      if (found.kind === 'problem') return found;
      if (found.value === null) return noSuchVersion;
      const { id, hash } = found.value;
      const bytes = await readSnapshot(parts.archive, hash);
      const media = (await getSnapshot(parts.archive.db, hash))?.mediaType ?? '';
      // A stranger's bytes: never shown in our name, never run. The name of the file is made of our own words only.
      response
        .setHeader('Content-Type', isMediaType(media) ? media : 'application/octet-stream')
        .setHeader(
          'Content-Disposition',
          `attachment; filename="${id}${endings.get(media.split(';')[0] ?? '') ?? '.bin'}"`,
        )
        .setHeader('Content-Security-Policy', "default-src 'none'; sandbox")
        .setHeader('ETag', `"${hash}"`);
      response.send(Buffer.from(bytes));
      return null;
    },
  }),
];

const endings: ReadonlyMap<string, string> = new Map([
  ['text/html', '.html'],
  ['application/xhtml+xml', '.html'],
  ['text/plain', '.txt'],
  ['text/markdown', '.md'],
  ['application/json', '.json'],
  ['application/pdf', '.pdf'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', '.docx'],
]);

/** The type was said by whoever sent the bytes. */
function isMediaType(text: string): boolean {
  return /^[a-z]{1,20}\/[a-z0-9.+-]{1,100}(?:; ?charset=[\w-]{1,40})?$/i.test(text);
}

async function ofArticle<T>(
  { archive }: ServerParts,
  params: Readonly<Record<string, string>>,
  read: (article: ArticleRecord) => Promise<T>,
): Promise<Reply<T>> {
  const id = parseArticleId(params['id'] ?? '');
  const article = id === null ? null : await getArticle(archive.db, id);
  return article === null ? noSuchArticle : answer(await read(article));
}
