/**
 * The page of a stored copy: the kept bytes of one version of an article as text that nothing runs, with hash, time and the
 * answer that brought them. A file that is no text (PDF, Word) shows what was read from it.
 *
 * How bytes became letters is decided in ingest/read when they are taken in; here they are decoded by the name of the
 * encoding that was found then, as far as browsers know it.
 */
import { z } from 'zod';
import { parseArticleId } from '../../core/archive/article-row.ts';
import { getArticle } from '../../core/archive/articles.ts';
import { findCapture, type KeptCapture } from '../../core/archive/captures.ts';
import { getSnapshot, readSnapshot } from '../../core/archive/snapshots.ts';
import { currentVersion, getVersion, type VersionText } from '../../core/archive/version-lists.ts';
import { changeAddress } from '../../web/address.ts';
import type { StoredCopyView } from '../../web/views/stored-copy.ts';
import { noSuchArticle, noSuchVersion } from '../api/articles.ts';
import { parameters } from '../parameters.ts';
import { nameArticle } from './briefs.ts';
import { definePage } from './page.ts';

/** Characters at first, which is a long page; and at most, about a megabyte. */
const AT_FIRST = 60_000;
const AT_MOST = 1_000_000;
const MOST_HEADERS = 40;
const LONGEST_HEADER = 500;

export const storedCopyPage = definePage({
  path: '/bai-viet/:id/ban-luu',
  summary: 'The kept bytes of an article as text that nothing runs, with their hash and the answer that brought them.',
  query: z.object({ 'phien-ban': parameters.version.optional(), du: z.literal('1').optional() }),
  view: async ({ archive, sourceName }, { id, query, frame }) => {
    const { db } = archive;
    const parsed = parseArticleId(id);
    const article = parsed === null ? null : await getArticle(db, parsed);
    if (article === null) return noSuchArticle;
    const wanted = query['phien-ban'] ?? (await currentVersion(db, article.id));
    const version = wanted === null ? null : await getVersion(db, article.id, wanted);
    if (version === null) return noSuchVersion;
    const kept = await getSnapshot(db, version.snapshot);
    const mediaType = kept?.mediaType ?? '';
    const shown = isText(mediaType)
      ? { shown: 'bytes' as const, ...decode(await readSnapshot(archive, version.snapshot), version.encoding) }
      : { shown: 'read' as const, encoding: null, isMisread: false, text: version.text };
    const most = query.du === undefined ? AT_FIRST : AT_MOST;
    return {
      page: 'stored-copy',
      frame,
      article: nameArticle(article, sourceName),
      url: article.url,
      version: version.version,
      versions: article.versions,
      ...pickHead(version),
      sizeBytes: kept?.sizeBytes ?? 0,
      mediaType,
      ...shown,
      text: shown.text.slice(0, most),
      cut:
        shown.text.length <= most
          ? null
          : { shown: most, more: query.du === undefined ? changeAddress(frame.address, { du: '1' }) : null },
      answer: toAnswer(await findCapture(db, article.url, version.snapshot)),
      download: changeAddress(`/api/v1/articles/${article.id}/snapshot`, {
        version: version.isCurrent ? null : String(version.version),
      }),
    } satisfies StoredCopyView;
  },
});

function pickHead({ isCurrent, heldBack, capturedAt, snapshot }: VersionText) {
  return { isCurrent, heldBack, capturedAt, snapshotHash: snapshot };
}

/** Markup and data are text too; what a stranger called its bytes is no more than a hint, and all is shown as letters. */
function isText(mediaType: string): boolean {
  return /^(?:text\/|application\/(?:[a-z.+-]{0,60}\+)?(?:xml|json)\b|application\/x?html)/i.test(mediaType);
}

/** Bytes in the encoding that was found when they were read. Vietnamese ones that no browser knows are shown as they look. */
function decode(bytes: Uint8Array, encoding: string | null) {
  const part = bytes.subarray(0, AT_MOST * 4);
  const decoder = decoderOf(encoding ?? 'utf-8');
  const text = (decoder ?? new TextDecoder('windows-1252')).decode(part);
  return { text, encoding, isMisread: decoder === null };
}

function decoderOf(encoding: string): TextDecoder | null {
  try {
    return new TextDecoder(encoding);
  } catch {
    return null;
  }
}

function toAnswer(capture: KeptCapture | null): StoredCopyView['answer'] {
  if (capture === null || capture.http === null) return null;
  const { url, status, headers } = capture.http;
  return {
    url,
    code: status,
    headers: Object.entries(headers)
      .slice(0, MOST_HEADERS)
      .map(([name, value]) => [name, value.slice(0, LONGEST_HEADER)] as const),
  };
}
