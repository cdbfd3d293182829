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
import { countMentions } from './counted-mentions.ts';
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
  listOpenCodes,
  listSeriesWaitedFor,
  readOpenMentions,
  readWaitingIn,
  streamWaitingArticles,
  type WaitingMention,
} from './waiting-mentions.ts';

/** Documents drawn up at once. */
const DUE_AT_ONCE = 200;

/** What has changed since settling last did. */
export interface Unsettled {
  readonly articles: readonly ArticleId[];
  readonly removed: readonly ArticleId[];
  /** Number of the last of these changes. */
  readonly upTo: number;
}

/**
 * Settles the mentions of these articles, what followed from those that were removed, and all that is due; answers the
 * articles whose mentions mean something else than before. Can be repeated, and may be stopped anywhere.
 */
export async function settleDocuments(
  db: ArchiveDb,
  { articles, removed, upTo }: Unsettled,
): Promise<readonly ArticleId[]> {
  const rulings = await readRulings(db);
  await countMentions(db, [...articles, ...removed], 'all');
  const touched = new Set(await carryOutDecisions(db, rulings));
  const linked = new Set<string>();
  const open = new Map<string, CodeGroup>();
  for (const [name, { key, mentions }] of await readOpenMentions(db, articles)) {
    linked.add(name);
    for (const article of await linkKey(db, key, mentions, { rulings, upTo })) touched.add(article);
    for (const { codeKey } of mentions) if (codeKey !== null) open.set(`${name} ${codeKey}`, { ...key, codeKey });
  }
  await inTransaction(db, (trx) => drawEntries(trx, [...open.values()]));
  const concerned = await listConcerned(db, articles, rulings);
  for (const article of await ruleMentions(db, concerned, rulings)) touched.add(article);
  await countMentions(db, [...touched], 'changed');
  for (;;) {
    const due = await readDossiersDue(db, DUE_AT_ONCE);
    if (due.length === 0) break;
    const news: ArticleId[] = [];
    for (const key of due.flatMap((id: DocumentId) => numberKeysOf(id))) {
      const name = `${key.typeKey} ${key.numberKey}`;
      if (linked.has(name)) continue;
      linked.add(name);
      news.push(...(await linkKey(db, key, [], { rulings, upTo })));
    }
    for (const article of news) touched.add(article);
    await countMentions(db, news, 'changed');
    await drawDueDocuments(db, due, rulings);
  }
  // What these leave open now makes entries of codes that no other article may have.
  const left = await listOpenCodes(db, [...touched]);
  await inTransaction(db, (trx) => drawEntries(trx, left));
  return [...touched];
}

interface Settling {
  readonly rulings: Rulings;
  readonly upTo: number;
}

/** Links new mentions of a key, and the older ones whose series is known otherwise than when they were linked. */
async function linkKey(
  db: ArchiveDb,
  key: MentionKey,
  fresh: readonly WaitingMention[],
  settling: Settling,
): Promise<readonly ArticleId[]> {
  const waitedFor = await listSeriesWaitedFor(db, key);
  if (waitedFor.length === 0) return [];
  const known = await readKnownDocuments(db, key);
  const now = fingerprintSeries(known);
  const changed = await findChangedSeries(db, key, now);
  const touched = [...(await link(db, fresh, known, settling))];
  if (changed.length === 0) return touched;
  const news = new Set(changed);
  const concerned = waitedFor.filter((one) => isWaitedFor(one, news));
  for await (const articles of streamWaitingArticles(db, key, concerned))
    touched.push(...(await link(db, await readWaitingIn(db, key, articles), known, settling)));
  touched.push(...(await articlesStating(db, key)));
  await inTransaction(db, (trx) => keepKnownSeries(trx, key, changed, now));
  return touched;
}

/** Links to what is known, article by article, and to what people decided where they did. */
async function link(
  db: ArchiveDb,
  mentions: readonly WaitingMention[],
  known: readonly KnownDocument[],
  { rulings, upTo }: Settling,
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
  const touched = changes.length === 0 ? [] : await updateTargets(db, changes, upTo);
  return ruled.length === 0 ? touched : [...touched, ...(await ruleMentions(db, ruled, rulings))];
}
