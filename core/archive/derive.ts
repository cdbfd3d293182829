/**
 * Derives what the archive says from what it holds: mentions of articles, documents from mentions, relations, meetings.
 *
 * Reading an article (`deriveArticle`) looks at that article alone; settling (`settleChanges`) works through what has
 * changed since it last did, from its cursor. Both can be repeated and may be killed anywhere: the next run goes on, and
 * the same articles give the same documents and meetings in whatever order they came.
 */
import { linkOpenMention } from '../documents/link.ts';
import { getArticle, putMeetingFacts } from './articles.ts';
import { changesSince, readCursor, recordChanges, writeCursor } from './changes.ts';
import { deriveHoldingsOf } from './derive-holdings.ts';
import { replaceMentions } from './mentions.ts';
import type { ArticleId, ArticleReading, MentionRecord } from './records.ts';
import type { ArchiveDb } from './schema.ts';
import { settleDocuments } from './settle-documents.ts';
import { settleMeetings } from './settle-meetings.ts';
import { settleRelations } from './settle-relations.ts';
import { factsOf, type PlaceOf, type ToldText, textToTell } from './text-facts.ts';
import { inTransaction } from './transaction.ts';

const CURSOR = 'settle';
/** How many changes are settled at once: so many that a document cited in all of them is drawn up once. */
const BATCH = 5000;

/**
 * Keeps the mentions and the meeting of one article: those told beforehand (text-facts.ts) where they are of its text.
 * `atHand` is the reading that the article was made of in this transaction, so that it need not be read back; null else.
 */
export async function deriveArticle(
  db: ArchiveDb,
  id: ArticleId,
  placeOf: PlaceOf,
  told: ToldText | null = null,
  atHand: ArticleReading | null = null,
): Promise<void> {
  const article = atHand !== null && isKeptAsIs(atHand) ? atHand : await getArticle(db, id);
  if (article === null) throw new Error(`Cannot derive article ${id}: expected it in the archive, found none.`);
  const { meeting, mentions } = factsOf(textToTell(article, placeOf), told);
  const records = mentions.map(({ citation, ...read }, ordinal): MentionRecord => {
    const target = linkOpenMention(read.settlement, [], citation.subject);
    return { ...citation, ...read, article: id, ordinal, target, origin: 'machine' };
  });
  await inTransaction(db, async (trx) => {
    await replaceMentions(trx, id, records);
    await deriveHoldingsOf(trx, id, article, placeOf);
    await putMeetingFacts(trx, id, meeting, placeOf(article.source));
    await recordChanges(trx, 'article', 'put', [id]);
  });
}

/** Half a pair of code units, and what ends a text elsewhere: databases keep another sign in their place. */
const KEPT_OTHERWISE = /[\p{Cs}\0]/u;

function isKeptAsIs({ title, lead, text }: ArticleReading): boolean {
  return !KEPT_OTHERWISE.test(text) && !KEPT_OTHERWISE.test(`${title ?? ''} ${lead ?? ''}`);
}

/** Settles all that has changed since the last time. Answers how many articles were looked at. */
export async function settleChanges(db: ArchiveDb, onProgress: (articles: number) => void = () => {}): Promise<number> {
  let settled = 0;
  let upTo = await readCursor(db, CURSOR);
  // What settling changes comes back as news; what followed from it is settled by then.
  const done = new Set<string>();
  for await (const batch of changesSince(db, upTo, BATCH)) {
    upTo = batch.seq;
    const articles = new Set<ArticleId>();
    const removed: ArticleId[] = [];
    for (const { kind, id, op } of batch.changes) {
      if (kind !== 'article' || (batch.bySettling.has(id) && done.has(id))) continue;
      if (op === 'put') articles.add(id as ArticleId);
      else removed.push(id as ArticleId);
    }
    const touched = await settleDocuments(db, { articles: [...articles], removed, upTo });
    await settleRelations(db, [...new Set([...articles, ...touched])]);
    const moved = await settleMeetings(db, [...articles], upTo);
    await writeCursor(db, CURSOR, batch.seq);
    for (const article of [...touched, ...moved]) done.add(article);
    settled += articles.size;
    onProgress(settled);
  }
  // What was noted without an article, or left over when the program was stopped.
  await settleRelations(db, await settleDocuments(db, { articles: [], removed: [], upTo }));
  return settled;
}
