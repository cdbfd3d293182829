/** Puts what an article holds in its place: the texts that are documents, and what these state of others. */
import { inPieces } from './dialect.ts';
import { noteDossiersDue } from './dossiers-due.ts';
import { identitiesOf, type StatingHolding, toCitationRow, toHoldingRow } from './holding-row.ts';
import { keepIdentities } from './known-documents.ts';
import type { ArticleId } from './records.ts';
import { compareRows } from './row-changes.ts';
import type { ArchiveDb } from './schema.ts';
import type { HeldCitationTable, HoldingTable } from './schema-holdings.ts';
import { inTransaction } from './transaction.ts';

/**
 * Puts these texts in the place of all that the article held. Can be repeated; notes every document that it speaks of
 * or spoke of to be drawn up again. Answers whether anything is another than before.
 */
export async function replaceHoldings(
  db: ArchiveDb,
  article: ArticleId,
  texts: readonly StatingHolding[],
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const before = await readRows(trx, article);
    const holdings = texts.map(({ holding }) => toHoldingRow(article, holding));
    const citations = texts.flatMap(({ holding, citations: stated }) =>
      stated.map((citation, ordinal) => toCitationRow(article, holding.address, ordinal, citation)),
    );
    await keepIdentities(trx, identitiesOf(texts));
    const held = compareRows<HoldingTable>(before.holdings, holdings, ({ address }) => address);
    const stated = compareRows<HeldCitationTable>(
      before.citations,
      citations,
      ({ address, ordinal }) => `${ordinal} ${address}`,
    );
    const touched = [held, stated].some(({ changed, vanished }) => changed.length + vanished.length > 0);
    if (!touched) return false;
    await trx.deleteFrom('holdings').where('article', '=', article).execute();
    await trx.deleteFrom('held_citations').where('article', '=', article).execute();
    for (const piece of inPieces(holdings)) await trx.insertInto('holdings').values(piece).execute();
    for (const piece of inPieces(citations)) await trx.insertInto('held_citations').values(piece).execute();
    await noteDossiersDue(trx, [
      ...[...before.holdings, ...holdings].map(({ document }) => document),
      ...[...before.citations, ...citations].flatMap(({ own_document: own }) => own ?? []),
    ]);
    return true;
  });
}

async function readRows(db: ArchiveDb, article: ArticleId) {
  const holdings = await db.selectFrom('holdings').selectAll().where('article', '=', article).execute();
  const citations = await db.selectFrom('held_citations').selectAll().where('article', '=', article).execute();
  return { holdings, citations };
}
