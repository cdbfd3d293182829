/**
 * Writes mentions: all those of one article at once, and what many of them were told to mean.
 *
 * Both can be repeated; only what differs is written and noted as a change of the article. The meetings of the articles
 * are kept in step in the same transaction. How mentions are found again is in mention-lists.ts.
 */
import type { DocumentId, Target } from '../documents/document.ts';
import { recordArticles, recordChanges } from './changes.ts';
import { inPieces } from './dialect.ts';
import { findEntries, noteDossiersDue, noteDossiersOf } from './dossiers-due.ts';
import { keepIdentities } from './known-documents.ts';
import { refreshMeetingsOf } from './meeting-documents.ts';
import type { TargetColumns } from './mention-row.ts';
import { isSameTarget, toMentionRow, toTargetColumns } from './mention-row.ts';
import { gatherIdentities } from './own-columns.ts';
import type { ArticleId, MentionRecord } from './records.ts';
import { compareRows } from './row-changes.ts';
import type { ArchiveDb, MentionTable } from './schema.ts';
import { inTransaction } from './transaction.ts';

/** What one mention was told to mean. */
export interface TargetChange {
  readonly article: ArticleId;
  readonly ordinal: number;
  readonly target: Target;
  /** Who says so; the program where nobody is named. */
  readonly origin?: 'machine' | 'person';
}

/**
 * Puts these mentions in the place of all that the article had, targets included; true when that changed anything.
 * Throws when the article is not there or a mention is of another one.
 */
export async function replaceMentions(
  db: ArchiveDb,
  article: ArticleId,
  mentions: readonly MentionRecord[],
): Promise<boolean> {
  const stray = mentions.find((mention) => mention.article !== article);
  if (stray !== undefined) {
    throw new Error(`Cannot keep the mentions of article ${article}: one of them is of article ${stray.article}`);
  }
  return inTransaction(db, async (trx) => {
    const sortKey = await findSortKey(trx, article);
    const held = await trx.selectFrom('mentions').selectAll().where('article', '=', article).execute();
    const wanted = mentions.map((mention) => toMentionRow(mention, sortKey));
    const { changed, vanished } = compareRows<MentionTable>(held, wanted, ({ ordinal }) => String(ordinal));
    if (changed.length === 0 && vanished.length === 0) return false;
    // What the old mentions spoke of must be drawn up without them; what the new ones speak of, settling itself finds.
    if (held.length > 0) await noteDossiersOf(trx, held);
    if (held.length > 0) await trx.deleteFrom('mentions').where('article', '=', article).execute();
    const settled = mentions.flatMap(({ settlement }) => (settlement.kind === 'settled' ? [settlement.identity] : []));
    await keepIdentities(trx, gatherIdentities(settled));
    for (const piece of inPieces(wanted)) await trx.insertInto('mentions').values(piece).execute();
    await refreshMeetingsOf(trx, [article]);
    await recordChanges(trx, 'article', 'put', [article]);
    return true;
  });
}

/**
 * Tells many mentions what they mean and answers the articles for which that is news. Unknown mentions throw. Whoever
 * settles all that follows says up to which change it has settled (`recordArticles`).
 */
export async function updateTargets(
  db: ArchiveDb,
  targets: readonly TargetChange[],
  settledUpTo?: number,
): Promise<readonly ArticleId[]> {
  return inTransaction(db, async (trx) => {
    const held = await readTargets(trx, [...new Set(targets.map(({ article }) => article))]);
    const touched = new Set<ArticleId>();
    const due = new Set<DocumentId>();
    const codes = new Set<string>();
    for (const { article, ordinal, target, origin = 'machine' } of targets) {
      const before = held.get(`${article} ${ordinal}`);
      if (before === undefined)
        throw new Error(`Cannot resolve mention ${ordinal} of article ${article}: it is not there`);
      const after = toTargetColumns(target);
      if (isSameTarget(before, after) && before.origin === origin) continue;
      touched.add(article);
      for (const document of [before.document, after.document]) if (document !== null) due.add(document);
      if (before.document === null && before.code_key !== null) codes.add(before.code_key);
      await trx
        .updateTable('mentions')
        .set({ ...after, origin })
        .where('article', '=', article)
        .where('ordinal', '=', ordinal)
        .execute();
    }
    await noteDossiersDue(trx, [...due, ...(await findEntries(trx, [...codes]))]);
    await refreshMeetingsOf(trx, [...touched]);
    await recordArticles(trx, [...touched], settledUpTo);
    return [...touched];
  });
}

async function findSortKey(trx: ArchiveDb, article: ArticleId): Promise<number> {
  const row = await trx.selectFrom('articles').select('sort_key').where('id', '=', article).executeTakeFirst();
  if (row !== undefined) return row.sort_key;
  throw new Error(`Cannot keep the mentions of article ${article}: expected it in the archive, found none`);
}

type HeldTarget = TargetColumns & Pick<MentionTable, 'code_key' | 'origin'>;

async function readTargets(trx: ArchiveDb, articles: readonly ArticleId[]): Promise<ReadonlyMap<string, HeldTarget>> {
  const found = new Map<string, HeldTarget>();
  for (const piece of inPieces(articles)) {
    const rows = await trx
      .selectFrom('mentions')
      .select(['article', 'ordinal', 'status', 'document', 'candidates_json', 'evidence_json', 'code_key', 'origin'])
      .where('article', 'in', piece)
      .execute();
    for (const { article, ordinal, ...target } of rows) found.set(`${article} ${ordinal}`, target);
  }
  return found;
}

/** Whether anything is cited in an article. */
export async function hasMentions(db: ArchiveDb, article: ArticleId): Promise<boolean> {
  const row = await db
    .selectFrom('mentions')
    .select('ordinal')
    .where('article', '=', article)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
