/**
 * Keeps the relations that articles state: between mentions that mean one document each, and between a text that is a
 * document itself and those that it names. Documents that a person merged into others are these.
 */
import type { DocumentId } from '../documents/document.ts';
import { linkOpenMention } from '../documents/link.ts';
import { findRelations } from '../documents/relations.ts';
import { readRulings } from './decisions.ts';
import type { KeptStatement } from './holding-row.ts';
import { listStatements } from './holdings.ts';
import { readJoinedMentions } from './joined-mentions.ts';
import { readKnownDocuments } from './known-documents.ts';
import type { ArticleId, RelationRecord } from './records.ts';
import { replaceRelations } from './relations.ts';
import type { ArchiveDb } from './schema.ts';

/** Reads the relations of these articles anew from their mentions and from the texts that they hold. */
export async function settleRelations(db: ArchiveDb, articles: readonly ArticleId[]): Promise<void> {
  const relations: RelationRecord[] = [];
  for (const [article, mentions] of await readJoinedMentions(db, articles))
    relations.push(...findRelations(mentions).map((relation) => ({ ...relation, article })));
  const known: KnownByKey = new Map();
  const rulings = await readRulings(db);
  for (const statement of await listStatements(db, articles)) {
    const linked = await linkStatement(db, statement, known);
    const [from, to] = [rulings.mergedInto(statement.from), linked === null ? null : rulings.mergedInto(linked)];
    if (to === null || to === from) continue;
    const { article, kind, isReversed, sentence } = statement;
    relations.push({ article, kind, sentence, from: isReversed ? to : from, to: isReversed ? from : to });
  }
  await replaceRelations(db, articles, relations);
}

type KnownByKey = Map<string, ReturnType<typeof readKnownDocuments>>;

async function linkStatement(
  db: ArchiveDb,
  { settlement, key, subject }: KeptStatement,
  knownByKey: KnownByKey,
): Promise<DocumentId | null> {
  if (key === null) return linkOpenMention(settlement, [], subject).document;
  const name = `${key.typeKey} ${key.numberKey}`;
  const known = knownByKey.get(name) ?? readKnownDocuments(db, key);
  knownByKey.set(name, known);
  return linkOpenMention(settlement, await known, subject).document;
}
