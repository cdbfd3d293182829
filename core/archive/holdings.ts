/**
 * Texts that are documents themselves, and what these state of others, found again by document.
 *
 * Both are derived article by article (derive-holdings.ts). Whoever draws up a document asks here for its texts, whoever
 * links mentions for what they make known.
 */
import type { DocumentId } from '../documents/document.ts';
import type { Testimony } from '../documents/dossier.ts';
import { numberKeysOf } from '../documents/identity.ts';
import type { KnownPrint } from '../documents/known-document.ts';
import { inPieces } from './dialect.ts';
import { type Holding, type KeptStatement, toHolding, toStatement } from './holding-row.ts';
import type { MentionKey } from './mention-lists.ts';
import { identityColumn } from './own-columns.ts';
import type { ArticleId } from './records.ts';
import type { ArchiveDb } from './schema.ts';
import { settlementColumn } from './settlement-column.ts';

/** The texts of each of these documents, in the order of addresses. */
export async function listHoldingsOf(
  db: ArchiveDb,
  documents: readonly DocumentId[],
): Promise<ReadonlyMap<DocumentId, readonly Holding[]>> {
  const found = new Map<DocumentId, Holding[]>();
  for (const piece of inPieces(documents)) {
    const rows = await db
      .selectFrom('holdings')
      .selectAll()
      .where('document', 'in', piece)
      .orderBy('address')
      .execute();
    for (const row of rows) found.set(row.document, [...(found.get(row.document) ?? []), toHolding(row)]);
  }
  return found;
}

/** The first text of a document; null where none is held. */
export async function getHolding(db: ArchiveDb, document: DocumentId): Promise<Holding | null> {
  return (await listHoldingsOf(db, [document])).get(document)?.[0] ?? null;
}

/** Which documents an article's texts are: its own under its address, those of its files under theirs. */
export async function listHeldIn(db: ArchiveDb, article: ArticleId): Promise<ReadonlyMap<string, DocumentId>> {
  const rows = await db.selectFrom('holdings').select(['address', 'document']).where('article', '=', article).execute();
  return new Map(rows.map(({ address, document }) => [address, document]));
}

/** What held texts make known of a type and number: the documents that they are, and those that they name in full. */
export async function listHeldPrints(
  db: ArchiveDb,
  { typeKey, numberKey }: MentionKey,
): Promise<readonly KnownPrint[]> {
  const texts = await db
    .selectFrom('holdings')
    .selectAll()
    .where('type_key', '=', typeKey)
    .where('number_key', '=', numberKey)
    .orderBy('address')
    .execute();
  const named = await db
    .selectFrom('held_citations')
    .select(['settlement_json', 'date', 'subject'])
    .where('type_key', '=', typeKey)
    .where('number_key', '=', numberKey)
    .where('own_document', 'is not', null)
    .execute();
  const stated = named.flatMap(({ settlement_json: json, date, subject }): readonly KnownPrint[] => {
    const settlement = settlementColumn.read(json);
    return settlement.kind === 'settled' ? [{ identity: settlement.identity, date, subject, mentions: 1 }] : [];
  });
  const held = texts.map(toHolding);
  return [...held.map(({ identity, date, title }) => ({ identity, date, subject: title, mentions: 1 })), ...stated];
}

/** What held texts say of these documents where they name them in full, for those that nothing else speaks of. */
export async function listStatedOf(
  db: ArchiveDb,
  documents: readonly DocumentId[],
): Promise<ReadonlyMap<DocumentId, readonly Testimony[]>> {
  const found = new Map<DocumentId, Testimony[]>();
  for (const piece of inPieces(documents)) {
    const rows = await db
      .selectFrom('held_citations')
      .select(['own_document', 'canonical', 'meant', 'date', 'subject', 'issuer_name'])
      .where('own_document', 'in', piece)
      .execute();
    for (const { own_document: own, canonical, meant, date, subject, issuer_name: issuerName } of rows) {
      if (own === null) continue;
      const said: Testimony = { mentions: 1, canonical, meant, date, subject, issuerName, kind: 'code' };
      found.set(own, [...(found.get(own) ?? []), said]);
    }
  }
  return found;
}

/** The identities that held texts settle, as they are kept in table identities: their own and those they name in full. */
export async function listHeldIdentities(db: ArchiveDb): Promise<ReadonlyMap<DocumentId, string>> {
  const found = new Map<DocumentId, string>();
  const keep = (document: DocumentId, json: string): void => {
    if (json < (found.get(document) ?? '\uffff')) found.set(document, json);
  };
  const texts = await db.selectFrom('holdings').select(['document', 'identity_json']).distinct().execute();
  for (const { document, identity_json: json } of texts) keep(document, json);
  const named = await db
    .selectFrom('held_citations')
    .select(['own_document', 'settlement_json'])
    .distinct()
    .where('own_document', 'is not', null)
    .execute();
  for (const { own_document: own, settlement_json: json } of named) {
    const settlement = settlementColumn.read(json);
    if (own !== null && settlement.kind === 'settled') keep(own, identityColumn.write(settlement.identity));
  }
  return found;
}

/** The articles whose held texts state something of documents of this type and number. */
export async function articlesStating(
  db: ArchiveDb,
  { typeKey, numberKey }: MentionKey,
): Promise<readonly ArticleId[]> {
  const rows = await db
    .selectFrom('held_citations')
    .select('article')
    .distinct()
    .where('type_key', '=', typeKey)
    .where('number_key', '=', numberKey)
    .execute();
  return rows.map(({ article }) => article);
}

/** The articles whose held texts are these documents, or state something of documents of their types and numbers. */
export async function articlesHolding(db: ArchiveDb, documents: readonly DocumentId[]): Promise<readonly ArticleId[]> {
  const found = new Set<ArticleId>();
  for (const piece of inPieces(documents)) {
    const rows = await db.selectFrom('holdings').select('article').distinct().where('document', 'in', piece).execute();
    for (const { article } of rows) found.add(article);
  }
  for (const key of documents.flatMap((id) => numberKeysOf(id)))
    for (const article of await articlesStating(db, key)) found.add(article);
  return [...found];
}

/** All that the held texts of these articles state, in the order of the texts. */
export async function listStatements(db: ArchiveDb, articles: readonly ArticleId[]): Promise<readonly KeptStatement[]> {
  const found: KeptStatement[] = [];
  for (const piece of inPieces(articles)) {
    const rows = await db
      .selectFrom('held_citations')
      .innerJoin('holdings', (join) =>
        join
          .onRef('holdings.article', '=', 'held_citations.article')
          .onRef('holdings.address', '=', 'held_citations.address'),
      )
      .selectAll('held_citations')
      .select('holdings.document')
      .where('held_citations.article', 'in', piece)
      .orderBy('held_citations.article')
      .orderBy('held_citations.address')
      .orderBy('held_citations.ordinal')
      .execute();
    found.push(...rows.map(toStatement));
  }
  return found;
}
