/**
 * Takes in a file that an article offers: kept like any other bytes, read, and put beside its article. A file that is a
 * document itself is held as one, and one that is all the article has becomes its text.
 */
import type { Archive } from '../../core/archive/archive.ts';
import { getArticle } from '../../core/archive/articles.ts';
import { putAttachment } from '../../core/archive/attachments.ts';
import type { KeptCapture } from '../../core/archive/captures.ts';
import { deriveHoldings } from '../../core/archive/derive-holdings.ts';
import type { ArticleId } from '../../core/archive/records.ts';
import type { PlaceOf } from '../../core/archive/text-facts.ts';
import { inTransaction } from '../../core/archive/transaction.ts';
import type { FoundVisit, Visit } from '../../core/archive/visits.ts';
import { addressOfFile, readFileCapture, takesTextOf } from '../article-files.ts';
import { fileKey } from '../discover/address.ts';
import type { Attachment } from '../read/article.ts';
import { rereadText } from '../reread.ts';
import { isOwnAddress } from '../sources/own-hosts.ts';
import type { Source } from '../sources/source-file.ts';

/** The files of an article that may be fetched for its source; other kinds than those that can be read are left alone. */
export function filesOf(
  attachments: readonly Attachment[],
  { source, foundOn, article }: { readonly source: Source; readonly foundOn: string; readonly article: ArticleId },
): readonly FoundVisit[] {
  return attachments.flatMap((attachment) => {
    const url = addressOfFile(attachment, foundOn);
    if (url === null || !isOwnAddress(source, url)) return [];
    return [{ url, kind: 'file', identity: `file ${fileKey(url)}`, foundOn, publishedHint: null, article }];
  });
}

export interface FileParts {
  readonly archive: Archive;
  readonly placeOf: PlaceOf;
  readonly source: Source;
}

/**
 * `reason` says why it could not be read, null when it was, or when it has to wait for OCR; `isVersion` is true when the
 * article that takes its text from it has another version now.
 */
export async function takeFile(
  visit: Pick<Visit, 'url' | 'article'>,
  capture: KeptCapture,
  bytes: Uint8Array,
  parts: FileParts,
): Promise<{ readonly reason: string | null; readonly isVersion: boolean }> {
  const { article } = visit;
  const { archive, placeOf, source } = parts;
  if (article === null) throw new Error(`Cannot file ${visit.url}: expected the article that offers it`);
  const read = await readFileCapture(bytes, capture);
  await inTransaction(archive.db, async (trx) => {
    await putAttachment(trx, { ...read, article, url: visit.url, readAt: archive.clock().toISOString() });
    await deriveHoldings(trx, article, placeOf);
  });
  const versions = async () => (await getArticle(archive.db, article))?.versions ?? 0;
  const before = await versions();
  if (await takesTextOf(archive.db, article, visit.url))
    await rereadText(article, { archive, placeOf, selectorsOf: () => source.read });
  return { reason: read.status === 'unreadable' ? read.reason : null, isVersion: (await versions()) > before };
}
