/**
 * Settles which document each mention means, type and number by type and number, and has the documents drawn up anew
 * that this touches.
 *
 * Mentions that their own article settles for good were linked when it was read. The others wait for what other
 * articles settle: they are linked when their article is new, and again when what they wait for has changed. So a
 * night's articles cost what they bring, however large the archive is, and the order of arrival never matters.
 */

import type { Rulings } from '../documents/decision.ts';
import type { DocumentId } from '../documents/document.ts';
import { numberKeysOf } from '../documents/identity.ts';
import type { KnownDocument } from '../documents/known-document.ts';
import { isWaitedFor } from '../documents/link.ts';
import { linkTogether } from '../documents/link-article.ts';
import { readRulings } from './decisions.ts';
import { readDossiersDue } from './dossiers-due.ts';
import { type CodeGroup, drawDueDocuments, drawEntries } from './draw-documents.ts';
import { articlesStating } from './holdings.ts';
import { findChangedSeries, fingerprintSeries, keepKnownSeries, readKnownDocuments } from './known-documents.ts';
import type { MentionKey } from './mention-lists.ts';
import { isSameTarget, toTargetColumns } from './mention-row.ts';
import { type TargetChange, updateTargets } from './mentions.ts';
import type { ArticleId } from './records.ts';
import { carryOutDecisions, listConcerned, ruleMentions } from './rule-mentions.ts';
import type { ArchiveDb } from './schema.ts';
import { inTransaction } from './transaction.ts';
import {
  groupByArticle,
  listSeriesWaitedFor,
  readOpenMentions,
  readWaitingIn,
  streamWaitingArticles,
  type WaitingMention,
} from './waiting-mentions.ts';

/** Documents drawn up at once. */
const DUE_AT_ONCE = 200;

/**
 * Settles the mentions of these articles and all that is due; answers the articles whose mentions mean something else
 * than before. Can be repeated, and may be stopped anywhere.
 */
export async function settleDocuments(db: ArchiveDb, articles: readonly ArticleId[]): Promise<readonly ArticleId[]> {
  const rulings = await readRulings(db);
  const touched = new Set(await carryOutDecisions(db, rulings));
  const linked = new Set<string>();
  const open = new Map<string, CodeGroup>();
  for (const [name, { key, mentions }] of await readOpenMentions(db, articles)) {
    linked.add(name);
    for (const article of await linkKey(db, key, mentions, rulings)) touched.add(article);
    for (const { codeKey } of mentions) if (codeKey !== null) open.set(`${name} ${codeKey}`, { ...key, codeKey });
  }
  await inTransaction(db, (trx) => drawEntries(trx, [...open.values()]));
  const concerned = await listConcerned(db, articles, rulings);
  for (const article of await ruleMentions(db, concerned, rulings)) touched.add(article);
  for (;;) {
    const due = await readDossiersDue(db, DUE_AT_ONCE);
    if (due.length === 0) return [...touched];
    for (const key of due.flatMap((id: DocumentId) => numberKeysOf(id))) {
      const name = `${key.typeKey} ${key.numberKey}`;
      if (linked.has(name)) continue;
      linked.add(name);
      for (const article of await linkKey(db, key, [], rulings)) touched.add(article);
    }
    await drawDueDocuments(db, due, rulings);
  }
}

/** Links new mentions of a key, and the older ones whose series is known otherwise than when they were linked. */
async function linkKey(
  db: ArchiveDb,
  key: MentionKey,
  fresh: readonly WaitingMention[],
  rulings: Rulings,
): Promise<readonly ArticleId[]> {
  const waitedFor = await listSeriesWaitedFor(db, key);
  if (waitedFor.length === 0) return [];
  const known = await readKnownDocuments(db, key);
  const now = fingerprintSeries(known);
  const changed = await findChangedSeries(db, key, now);
  const touched = [...(await link(db, fresh, known, rulings))];
  if (changed.length === 0) return touched;
  const news = new Set(changed);
  const concerned = waitedFor.filter((one) => isWaitedFor(one, news));
  for await (const articles of streamWaitingArticles(db, key, concerned))
    touched.push(...(await link(db, await readWaitingIn(db, key, articles), known, rulings)));
  touched.push(...(await articlesStating(db, key)));
  await inTransaction(db, (trx) => keepKnownSeries(trx, key, changed, now));
  return touched;
}

/** Links to what is known, article by article, and to what people decided where they did. */
async function link(
  db: ArchiveDb,
  mentions: readonly WaitingMention[],
  known: readonly KnownDocument[],
  rulings: Rulings,
): Promise<readonly ArticleId[]> {
  const ruled: WaitingMention[] = [];
  const changes: TargetChange[] = [];
  for (const together of groupByArticle(mentions)) {
    const targets = linkTogether(together, known);
    for (const [index, mention] of together.entries()) {
      const target = targets[index];
      if (target === undefined) continue;
      const { article, ordinal, target: before } = mention;
      if (mention.isDecided || rulings.concerns(mention, target.document)) ruled.push(mention);
      else if (!isSameTarget(before, toTargetColumns(target))) changes.push({ article, ordinal, target });
    }
  }
  const touched = changes.length === 0 ? [] : await updateTargets(db, changes);
  return ruled.length === 0 ? touched : [...touched, ...(await ruleMentions(db, ruled, rulings))];
}
