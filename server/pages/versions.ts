/**
 * The page of an article's versions: which texts were seen at its address, why one waits for review, and what changed
 * between two of them, paragraph by paragraph and word by word.
 */
import { z } from 'zod';
import { parseArticleId } from '../../core/archive/article-row.ts';
import { getArticle } from '../../core/archive/articles.ts';
import type { ArticleId } from '../../core/archive/records.ts';
import type { ArchiveDb } from '../../core/archive/schema.ts';
import {
  currentVersion,
  getVersion,
  listVersionHeads,
  type VersionHead,
  type VersionText,
} from '../../core/archive/version-lists.ts';
import type { ChangeLine, VersionLine, VersionsView } from '../../web/views/versions.ts';
import { noSuchArticle, noSuchVersion } from '../api/articles.ts';
import { compareLines, compareTexts, type ParagraphChange } from '../compare-texts.ts';
import { parameters } from '../parameters.ts';
import { nameArticle } from './briefs.ts';
import { definePage } from './page.ts';
import { isWithin, noSuchPage } from './paging.ts';

const PER_PAGE = 20;

export const versionsPage = definePage({
  path: '/bai-viet/:id/phien-ban',
  summary: 'The texts that were seen at the address of an article, and what changed between two of them.',
  query: z.object({
    tu: parameters.version.optional(),
    den: parameters.version.optional(),
    page: parameters.page.default(1),
  }),
  view: async ({ archive: { db }, sourceName }, { id, query, frame }) => {
    const parsed = parseArticleId(id);
    const article = parsed === null ? null : await getArticle(db, parsed);
    if (article === null) return noSuchArticle;
    const { page } = query;
    const { items, total } = await listVersionHeads(db, article.id, { limit: PER_PAGE, offset: (page - 1) * PER_PAGE });
    const pages = { page, perPage: PER_PAGE, total };
    if (!isWithin(pages)) return noSuchPage(pages);
    const comparison = await compareVersions(db, article.id, query.tu, query.den, total);
    if (comparison === 'none') return noSuchVersion;
    return {
      page: 'versions',
      frame,
      article: nameArticle(article, sourceName),
      items: items.map(toLine),
      pages,
      comparison,
    } satisfies VersionsView;
  },
});

/**
 * Without numbers: what is shown with the one before it, or the first with the newest where that still waits. Null with one
 * text only, `none` for a number that is none.
 */
async function compareVersions(
  db: ArchiveDb,
  id: ArticleId,
  from: number | undefined,
  to: number | undefined,
  newest: number,
): Promise<VersionsView['comparison'] | 'none'> {
  if (newest < 2 && from === undefined && to === undefined) return null;
  const shown = await currentVersion(db, id);
  const last = to ?? (shown !== null && shown > 1 ? shown : newest);
  const first = from ?? Math.max(1, last - 1);
  const [before, after] = [await getVersion(db, id, first), await getVersion(db, id, last)];
  if (before === null || after === null) return 'none';
  return compare(before, after);
}

function compare(before: VersionText, after: VersionText): VersionsView['comparison'] {
  const text = compareTexts(before.text, after.text);
  return {
    from: toLine(before),
    to: toLine(after),
    title: before.title === after.title ? null : compareLines(before.title ?? '', after.title ?? ''),
    published: before.published === after.published ? null : { from: before.published, to: after.published },
    text: text.kind === 'too_long' ? null : skipSame(text.changes),
  };
}

/** Leaves out paragraphs that stayed the same, but for one on each side of a change; nothing where all stayed. */
function skipSame(changes: readonly ParagraphChange[]): readonly ChangeLine[] {
  const isNear = (at: number): boolean =>
    [at - 1, at, at + 1].some((near) => (changes[near]?.kind ?? 'same') !== 'same');
  const lines: ChangeLine[] = [];
  let count = 0;
  const flush = (): void => {
    if (count > 0) lines.push({ kind: 'skipped', count });
    count = 0;
  };
  for (const [at, change] of changes.entries()) {
    if (!isNear(at)) {
      count += 1;
      continue;
    }
    flush();
    lines.push(change);
  }
  if (lines.length > 0) flush();
  return lines;
}

function toLine({ version, capturedAt, snapshot, title, length, isCurrent, heldBack }: VersionHead): VersionLine {
  return { version, capturedAt, snapshotHash: snapshot, title, length, isCurrent, heldBack };
}
