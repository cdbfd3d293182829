/**
 * Links articles whose texts are nearly those of other sources: reprints, which are evidence of who printed what and
 * must not count as meetings of their own. They are linked, never merged.
 *
 * Works through what has changed in the archive since it last did, from a cursor of its own; it may be stopped anywhere.
 */
import { changesSince, readCursor, writeCursor } from '../../core/archive/changes.ts';
import { putBands, putCopies, readTexts, sharesBand, type WordedArticle } from '../../core/archive/copies.ts';
import type { ArticleId } from '../../core/archive/records.ts';
import type { ArchiveDb } from '../../core/archive/schema.ts';
import { inTransaction } from '../../core/archive/transaction.ts';
import { bandKeys, COPY_SIMILARITY, signatureOf as signText, similarity, type TextSignature } from './shingles.ts';

const CURSOR = 'copies';
/** Texts in memory at once. */
const BATCH = 100;

/** Answers how many articles were looked at. */
export async function linkCopies(db: ArchiveDb): Promise<number> {
  let count = 0;
  const signed = rememberSignatures();
  for await (const batch of changesSince(db, await readCursor(db, CURSOR), BATCH)) {
    const ids = batch.changes.flatMap(({ kind, op, id }) =>
      kind === 'article' && op === 'put' ? [id as ArticleId] : [],
    );
    await inTransaction(db, async (trx) => {
      const signatures = signed.renew(await readTexts(trx, ids));
      await putBands(trx, new Map([...signatures].map(([id, signature]) => [id, bandKeys(signature)])));
      for (const [id, signature] of signatures) await linkArticle(trx, id, signature, signed);
      await writeCursor(trx, CURSOR, batch.seq);
    });
    count += ids.length;
  }
  return count;
}

async function linkArticle(trx: ArchiveDb, id: ArticleId, signature: TextSignature, signed: Signed): Promise<void> {
  const others = await signed.ofThese(trx, await sharesBand(trx, id));
  const copies = [...others]
    .map(([of, theirs]) => ({ of, similarity: similarity(signature, theirs) }))
    .filter((copy) => copy.similarity >= COPY_SIMILARITY);
  await putCopies(trx, id, copies);
}

type Signatures = ReadonlyMap<ArticleId, TextSignature>;

interface Signed {
  /** Signs texts that may have changed. */
  readonly renew: (articles: readonly WordedArticle[]) => Signatures;
  /** Those of articles that did not change; only texts that were not signed yet are read. */
  readonly ofThese: (db: ArchiveDb, ids: readonly ArticleId[]) => Promise<Signatures>;
}

/** The same reprints are compared with many articles of one night. */
function rememberSignatures(): Signed {
  const kept = new Map<ArticleId, TextSignature>();
  const renew = (articles: readonly WordedArticle[]): Signatures => {
    const fresh = new Map(articles.map(({ id, text }) => [id, signText(text)]));
    if (kept.size + fresh.size > REMEMBERED) kept.clear();
    for (const [id, signature] of fresh) kept.set(id, signature);
    return fresh;
  };
  return {
    renew,
    ofThese: async (db, ids) => {
      const known = ids.flatMap((id) => {
        const signature = kept.get(id);
        return signature === undefined ? [] : [[id, signature] as const];
      });
      const missing = ids.filter((id) => !kept.has(id));
      return new Map([...known, ...(missing.length === 0 ? [] : renew(await readTexts(db, missing)))]);
    },
  };
}

/** Half a kilobyte each. */
const REMEMBERED = 10_000;
