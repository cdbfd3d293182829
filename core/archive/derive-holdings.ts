/**
 * Derives which documents an article and its files are, and what their texts state of others, from what was read of them.
 *
 * Needs nothing but the article's own rows, so it can be repeated whenever the rules get better; no bytes are read.
 */
import type { Place } from '../documents/document.ts';
import { readHeldCitations } from '../documents/held-citations.ts';
import { type HeldFacts, identifyHolding } from '../documents/holding.ts';
import { getArticle } from './articles.ts';
import { listAttachments } from './attachments.ts';
import { recordChanges } from './changes.ts';
import { replaceHoldings } from './holding-intake.ts';
import type { StatingHolding } from './holding-row.ts';
import type { ArticleId, ArticleReading, SnapshotHash } from './records.ts';
import type { ArchiveDb } from './schema.ts';

/** Derives the article's holdings and keeps them; `placeOf` tells where its source sits. True when they are others now. */
export async function deriveHoldings(db: ArchiveDb, id: ArticleId, placeOf: SourcePlaces): Promise<boolean> {
  const article = await getArticle(db, id);
  if (article === null) throw new Error(`Cannot derive the holdings of article ${id}: expected it in the archive`);
  return deriveHoldingsOf(db, id, article, placeOf);
}

/** The same of an article that is at hand as it is kept. */
export async function deriveHoldingsOf(
  db: ArchiveDb,
  id: ArticleId,
  article: ArticleReading,
  placeOf: SourcePlaces,
): Promise<boolean> {
  const place = placeOf(article.source);
  const { url, snapshot, text } = article;
  const own = readHolding({ address: url, snapshot, text, legal: article.legal ?? null }, place);
  const files = (await listAttachments(db, id))
    .filter((file) => file.url !== url)
    .flatMap((file) => readHolding({ ...file, address: file.url, legal: file.legal ?? null }, place));
  const isChanged = await replaceHoldings(db, id, [...own, ...files]);
  if (isChanged) await recordChanges(db, 'article', 'put', [id]);
  return isChanged;
}

type SourcePlaces = (source: string | null) => Place | null;

interface ReadText {
  readonly address: string;
  readonly snapshot: SnapshotHash | null;
  readonly text: string;
  readonly legal: HeldFacts | null;
}

function readHolding({ address, snapshot, text, legal }: ReadText, place: Place | null): readonly StatingHolding[] {
  if (legal === null) return [];
  const told = identifyHolding({ facts: legal, text, place });
  if (told.kind === 'unheld') return [];
  const { kind: _held, ...document } = told;
  const { signer, effective, expired, status } = legal;
  const citations = readHeldCitations({ identity: document.identity, facts: legal, text });
  return [{ holding: { ...document, address, snapshot, signer, effective, expired, status }, citations }];
}
