/** Keeps the relations that articles state, between mentions that mean one document each. */
import { findRelations } from '../documents/relations.ts';
import { getMentions } from './mention-lists.ts';
import type { ArticleId, RelationRecord } from './records.ts';
import { replaceRelations } from './relations.ts';
import type { ArchiveDb } from './schema.ts';

/** Reads the relations of these articles anew from their mentions. */
export async function settleRelations(db: ArchiveDb, articles: readonly ArticleId[]): Promise<void> {
  const relations: RelationRecord[] = [];
  for (const article of articles) {
    const mentions = await getMentions(db, article);
    const placed = mentions.map(({ start, surface, sentence, sentenceOffset, type, target }) => ({
      sentenceStart: start - sentenceOffset,
      sentence,
      offset: sentenceOffset,
      length: surface.length,
      type,
      document: target.document,
    }));
    relations.push(...findRelations(placed).map((relation) => ({ ...relation, article })));
  }
  await replaceRelations(db, articles, relations);
}
