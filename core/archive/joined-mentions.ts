/**
 * Mentions that a sentence may relate to one another: only those of sentences in which two documents are meant, which
 * few are. They carry what reading relations asks and no more.
 */
import type { PlacedInSentence } from '../documents/relations.ts';
import { inPieces } from './dialect.ts';
import { readLevel } from './mention-row.ts';
import type { ArticleId } from './records.ts';
import type { ArchiveDb, MentionTable } from './schema.ts';
import { settlementColumn } from './settlement-column.ts';

/** Of each article that has any, in the order of its text. */
export async function readJoinedMentions(
  db: ArchiveDb,
  articles: readonly ArticleId[],
): Promise<ReadonlyMap<ArticleId, readonly PlacedInSentence[]>> {
  const found = new Map<ArticleId, PlacedInSentence[]>();
  for (const piece of inPieces(articles)) {
    const rows = await db
      .selectFrom('mentions')
      .select(asked)
      .where('article', 'in', piece)
      .orderBy('article')
      .orderBy('ordinal')
      .execute();
    for (const sentence of bySentence(rows)) {
      const [first] = sentence;
      if (first === undefined || new Set(sentence.flatMap((row) => row.document ?? [])).size < 2) continue;
      found.set(first.article, [...(found.get(first.article) ?? []), ...sentence.map(toPlaced)]);
    }
  }
  return found;
}

const asked = [
  'article',
  'start_offset',
  'sentence',
  'sentence_offset',
  'surface',
  'type',
  'subject',
  'level',
  'settlement_json',
  'document',
] as const;
type Row = Pick<MentionTable, (typeof asked)[number]>;

/** Neighbours that begin in one sentence of one article. */
function bySentence(rows: readonly Row[]): readonly (readonly Row[])[] {
  const sentences: Row[][] = [];
  for (const row of rows) {
    const [before] = sentences.at(-1) ?? [];
    const isSame = before?.article === row.article && startOf(before) === startOf(row);
    if (isSame) sentences.at(-1)?.push(row);
    else sentences.push([row]);
  }
  return sentences;
}

function startOf({ start_offset: start, sentence_offset: offset }: Row): number {
  return start - offset;
}

function toPlaced(row: Row): PlacedInSentence {
  const settlement = settlementColumn.read(row.settlement_json);
  const level = row.level === null ? null : readLevel(row.level);
  return {
    sentenceStart: startOf(row),
    sentence: row.sentence,
    offset: row.sentence_offset,
    length: row.surface.length,
    type: row.type,
    subject: row.subject,
    level: settlement.kind === 'settled' ? settlement.identity.body.level : level,
    document: row.document,
  };
}
