/**
 * Links articles whose texts are nearly those of other sources: reprints, which are evidence of who printed what and
 * must not count as meetings of their own. They are linked, never merged.
 *
 * Works through what has changed in the archive since it last did, from a cursor of its own; it may be stopped anywhere.
 */
import { getArticles } from '../../core/archive/articles.ts';
import { changesSince, readCursor, writeCursor } from '../../core/archive/changes.ts';
import { putBands, putCopies, sharesBand } from '../../core/archive/copies.ts';
import type { ArticleId, ArticleRecord } from '../../core/archive/records.ts';
import type { ArchiveDb } from '../../core/archive/schema.ts';
import { inTransaction } from '../../core/archive/transaction.ts';
import { bandKeys, COPY_SIMILARITY, signatureOf as signText, similarity, type TextSignature } from './shingles.ts';

const CURSOR = 'copies';
/** Texts in memory at once. */
const BATCH = 100;

/** Answers how many articles were looked at. */
export async function linkCopies(db: ArchiveDb): Promise<number> {
  let count = 0;
  const signatureOf = rememberSignatures();
  for await (const batch of changesSince(db, await readCursor(db, CURSOR), BATCH)) {
    const ids = batch.changes.flatMap(({ kind, op, id }) =>
      kind === 'article' && op === 'put' ? [id as ArticleId] : [],
    );
    for (const article of await getArticles(db, ids)) await linkArticle(db, article, signatureOf);
    await writeCursor(db, CURSOR, batch.seq);
    count += ids.length;
  }
  return count;
}

async function linkArticle(db: ArchiveDb, article: ArticleRecord, signatureOf: SignatureOf): Promise<void> {
  const signature = signatureOf(article);
  await inTransaction(db, async (trx) => {
    await putBands(trx, article.id, bandKeys(signature));
    const others = await getArticles(trx, await sharesBand(trx, article.id));
    const copies = others
      .filter(({ source }) => source !== article.source)
      .map((other) => ({ of: other.id, similarity: similarity(signature, signatureOf(other)) }))
      .filter((copy) => copy.similarity >= COPY_SIMILARITY);
    await putCopies(trx, article.id, copies);
  });
}

type SignatureOf = (article: ArticleRecord) => TextSignature;

/** The same reprints are compared with many articles of one night. */
function rememberSignatures(): SignatureOf {
  const kept = new Map<ArticleId, TextSignature>();
  return ({ id, text }) => {
    const known = kept.get(id);
    if (known !== undefined) return known;
    if (kept.size >= REMEMBERED) kept.clear();
    const signature = signText(text);
    kept.set(id, signature);
    return signature;
  };
}

/** Half a kilobyte each. */
const REMEMBERED = 10_000;
