/**
 * Settles which document each mention means, key by key, and draws up the documents from all their mentions.
 *
 * A key is a type and a number: whatever may mean one document bears one key, so every key can be settled by itself and
 * again at any time. A code that no mention settles gets an entry of its own, so that it can be found.
 */
import type { DocumentId } from '../documents/document.ts';
import { numberKeysOf } from '../documents/identity.ts';
import { gatherKnown, type KnownDocument } from '../documents/known-document.ts';
import { linkOpenMention } from '../documents/link.ts';
import { inPieces } from './dialect.ts';
import { putDocuments, removeDocuments } from './documents.ts';
import { drawDocuments } from './draw-documents.ts';
import { type MentionKey, type PlacedMention, streamMentionsByKey } from './mention-lists.ts';
import { type TargetChange, updateTargets } from './mentions.ts';
import type { ArticleId } from './records.ts';
import type { ArchiveDb } from './schema.ts';

/** The keys of all mentions of these articles. */
export async function keysOfArticles(db: ArchiveDb, articles: readonly ArticleId[]): Promise<readonly MentionKey[]> {
  const found: MentionKey[] = [];
  for (const piece of inPieces(articles)) {
    const rows = await db
      .selectFrom('mentions')
      .select(['type_key', 'number_key'])
      .distinct()
      .where('article', 'in', piece)
      .execute();
    for (const { type_key: typeKey, number_key: numberKey } of rows)
      if (typeKey !== null && numberKey !== null) found.push({ typeKey, numberKey });
  }
  return found;
}

/** The keys of these documents, which need not be there any more: their ids begin with the key. */
export function keysOfDocuments(documents: readonly string[]): readonly MentionKey[] {
  return documents.flatMap(numberKeysOf);
}

/** One document of each key that has any: as a change, it makes the whole key be settled again. */
export async function documentsOfKeys(db: ArchiveDb, keys: readonly MentionKey[]): Promise<readonly DocumentId[]> {
  const found: DocumentId[] = [];
  for (const { typeKey, numberKey } of keys) {
    const row = await db
      .selectFrom('documents')
      .select('id')
      .where('type_key', '=', typeKey)
      .where('number_key', '=', numberKey)
      .orderBy('id')
      .executeTakeFirst();
    if (row !== undefined) found.push(row.id);
  }
  return found;
}

/** Settles each key once; answers the articles whose mentions mean something else than before. */
export async function settleKeys(db: ArchiveDb, keys: readonly MentionKey[]): Promise<readonly ArticleId[]> {
  const touched = new Set<ArticleId>();
  const once = new Map(keys.map((key) => [`${key.typeKey} ${key.numberKey}`, key]));
  for (const key of once.values()) {
    for (const article of await settleKey(db, key)) touched.add(article);
  }
  return [...touched];
}

/** The documents of a key that mentions settled, for linking what does not settle itself. */
export async function knownDocuments(db: ArchiveDb, key: MentionKey): Promise<readonly KnownDocument[]> {
  return gatherKnown((await readPlaced(db, key)).map(({ mention }) => mention));
}

async function settleKey(db: ArchiveDb, key: MentionKey): Promise<readonly ArticleId[]> {
  const placed = await readPlaced(db, key);
  const known = gatherKnown(placed.map(({ mention }) => mention));
  const targets: TargetChange[] = [];
  const groups = new Map<DocumentId, PlacedMention[]>();
  const unsettled: PlacedMention[] = [];
  for (const one of placed) {
    const { mention } = one;
    const isDecided = mention.origin === 'person';
    const target = isDecided ? mention.target : linkOpenMention(mention.settlement, known, mention.subject);
    if (!isDecided) targets.push({ article: mention.article, ordinal: mention.ordinal, target });
    if (target.document === null) unsettled.push(one);
    else addTo(groups, target.document, one);
  }
  const touched = await updateTargets(db, targets);
  const documents = drawDocuments(groups, new Map(known.map(({ id, identity }) => [id, identity])), unsettled);
  await putDocuments(db, documents);
  const kept = new Set<string>(documents.map(({ id }) => id));
  const rows = await db
    .selectFrom('documents')
    .select('id')
    .where('type_key', '=', key.typeKey)
    .where('number_key', '=', key.numberKey)
    .execute();
  await removeDocuments(
    db,
    rows.flatMap(({ id }) => (kept.has(id) ? [] : [id])),
  );
  return touched;
}

/** All mentions of a key in the order of addresses, so that nothing depends on the order of arrival. */
async function readPlaced(db: ArchiveDb, key: MentionKey): Promise<readonly PlacedMention[]> {
  const placed: PlacedMention[] = [];
  for await (const mention of streamMentionsByKey(db, key)) placed.push(mention);
  return placed.sort((a, b) => (a.url < b.url ? -1 : a.url > b.url ? 1 : a.mention.ordinal - b.mention.ordinal));
}

function addTo<K>(groups: Map<K, PlacedMention[]>, key: K, one: PlacedMention): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [one]);
  else group.push(one);
}
