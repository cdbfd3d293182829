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
    const placed = mentions.map((mention) => ({
      sentenceStart: mention.start - mention.sentenceOffset,
      sentence: mention.sentence,
      offset: mention.sentenceOffset,
      length: mention.surface.length,
      type: mention.type,
      subject: mention.subject,
      level: mention.settlement.kind === 'settled' ? mention.settlement.identity.body.level : mention.level,
      document: mention.target.document,
    }));
    relations.push(...findRelations(placed).map((relation) => ({ ...relation, article })));
  }
  await replaceRelations(db, articles, relations);
}
